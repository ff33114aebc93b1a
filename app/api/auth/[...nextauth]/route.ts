import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { limitedBody } from '@/server/auth/limited-body'
import { authOptions } from '@/server/auth/options'
import { env, isGiven, setEnvironment } from '@/server/env'

type RouteContext = { params: Promise<{ nextauth: string[] }> }

/** Sign-in forms are small: whatever is larger is not one. */
const BYTES_MAX = 16_384

/** next-auth's answer; where it trips over fields that no form of ours has, a refusal. */
async function answer(request: NextRequest, context: RouteContext): Promise<Response> {
  if (!isGiven('NEXTAUTH_URL')) setEnvironment({ NEXTAUTH_URL: env.APP_URL })
  try {
    const response: Response = await NextAuth(authOptions())(request, context)
    return response.status < 500 ? response : new Response(null, { status: 400 })
  } catch (error) {
    console.error('api/auth', error instanceof Error ? error.message : error)
    return new Response(null, { status: 400 })
  }
}

async function post(request: NextRequest, context: RouteContext): Promise<Response> {
  const body = await limitedBody(request, BYTES_MAX)
  if (body === null) return new Response(null, { status: 413 })
  return answer(new NextRequest(request.url, { method: 'POST', headers: request.headers, body }), context)
}

export { answer as GET, post as POST }
