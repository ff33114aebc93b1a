import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { env } from '@/server/env'
import { isUuid } from '@/server/lib/id-form'
import { sessionCookieName } from './cookies'

/** The session id inside a signed token, or null when the token is not ours, is over, or holds none. */
export async function sessionIdIn(token: string | undefined): Promise<string | null> {
  if (!token) return null
  try {
    const payload = await decode({ token, secret: env.NEXTAUTH_SECRET })
    const sid: unknown = payload?.sid
    return typeof sid === 'string' && isUuid(sid) ? sid : null
  } catch {
    return null // forged, expired, or signed with a former secret
  }
}

/** The session id that the browser of the running request holds. Who stands behind it is for the database to say (actor.ts). */
export async function readSessionId(): Promise<string | null> {
  return sessionIdIn((await cookies()).get(sessionCookieName())?.value)
}
