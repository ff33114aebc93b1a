import { randomUUID } from 'node:crypto'
import type { Actor } from '@/server/access/decide'
import { actorOf } from '@/server/auth/actor'
import { touchSession } from '@/server/auth/sessions'

/** What one request carries into procedures and route handlers. The session gives an id, nothing else. */
export type Context = {
  actor: Actor | null
  requestId: string
  /** Where the request came from, for the log and the throttle. */
  address: string
  userAgent: string
}

export async function createContext(input: {
  sessionId: string | null
  address: string
  userAgent: string
}): Promise<Context> {
  const signedIn = input.sessionId ? await actorOf(input.sessionId) : null
  if (signedIn?.stale) await touchSession(signedIn.actor)
  return {
    actor: signedIn?.actor ?? null,
    requestId: randomUUID(),
    address: input.address,
    userAgent: input.userAgent,
  }
}
