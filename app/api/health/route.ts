import { health } from '@/server/health'

export const dynamic = 'force-dynamic'

/** For probes: 200 when the database answers, else 503. */
export async function GET(): Promise<Response> {
  const status = await health()
  return Response.json({ status }, { status: status === 'ok' ? 200 : 503 })
}
