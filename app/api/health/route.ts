import { client } from '@/server/db/client'

export const dynamic = 'force-dynamic'

/** For probes: 200 when the database answers, else 503. */
export async function GET(): Promise<Response> {
  try {
    await client().$queryRaw`select 1`
    return Response.json({ status: 'ok' })
  } catch {
    return Response.json({ status: 'databaseGone' }, { status: 503 })
  }
}
