import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { env } from '@/server/env'
import { isUuid } from '@/server/lib/id-form'
import { sessionCookieName } from './cookies'

/**
 * What the last tokens held, by their text, so that a busy browser's is not decrypted for each request (0.2 ms of a core).
 * Only which session it names stands here; whether that still is one, the database says each time.
 */
const read = new Map<string, { sid: string; untilSeconds: number }>()
const READ_MAX = 2000

/** The session id inside a signed token, or null when the token is not ours, is over, or holds none. */
export async function sessionIdIn(token: string | undefined): Promise<string | null> {
  if (!token) return null
  const known = read.get(token)
  if (known) return known.untilSeconds > Date.now() / 1000 ? known.sid : null
  try {
    const payload = await decode({ token, secret: env.NEXTAUTH_SECRET })
    const { sid, exp } = payload ?? {}
    if (typeof sid !== 'string' || !isUuid(sid)) return null
    if (typeof exp === 'number') keep(token, { sid, untilSeconds: exp })
    return sid
  } catch {
    return null // forged, expired, or signed with a former secret
  }
}

function keep(token: string, entry: { sid: string; untilSeconds: number }): void {
  const [oldest] = read.keys()
  if (oldest !== undefined && read.size >= READ_MAX) read.delete(oldest)
  read.set(token, entry)
}

/** The session id that the browser of the running request holds. Who stands behind it is for the database to say (actor.ts). */
export async function readSessionId(): Promise<string | null> {
  return sessionIdIn((await cookies()).get(sessionCookieName())?.value)
}
