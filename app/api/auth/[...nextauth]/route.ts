import NextAuth from 'next-auth'
import { authOptions } from '@/server/auth/options'
import { env, isGiven, setEnvironment } from '@/server/env'

type RouteContext = { params: Promise<{ nextauth: string[] }> }

/** Sign-in forms are small: whatever is larger is not one. */
const BYTES_MAX = 16_384

async function handler(request: Request, context: RouteContext): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? 0) > BYTES_MAX) return new Response(null, { status: 413 })
  if (!isGiven('NEXTAUTH_URL')) setEnvironment({ NEXTAUTH_URL: env.APP_URL })
  return NextAuth(authOptions())(request, context)
}

export { handler as GET, handler as POST }
