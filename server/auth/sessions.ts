import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { asSystem } from '@/server/db/system'
import { enqueue } from '@/server/jobs/queue'

/** Marks a session as seen; called at most once in five minutes per session (see `actor_of`). */
export async function touchSession(actor: Actor): Promise<void> {
  await inScope(actor.scope, 'write', (tx) =>
    tx.session.updateMany({ where: { id: actor.sessionId }, data: { lastSeenAt: new Date() } }),
  )
}

/** Opens a session of `hours` for an account that has just proved itself, and gives its id. What is over of the account's is swept. */
export async function openSession(
  account: { id: string; scope: string; sessionVersion: number },
  from: { address: string; userAgent: string },
  hours: number,
): Promise<string> {
  return asSystem(async (tx) => {
    const now = new Date()
    await tx.account.updateMany({ where: { id: account.id }, data: { lastSignInAt: now } })
    await tx.session.deleteMany({ where: { accountId: account.id, expiresAt: { lte: now } } })
    const session = await tx.session.create({
      data: {
        scope: account.scope,
        accountId: account.id,
        version: account.sessionVersion,
        expiresAt: new Date(now.getTime() + hours * 3_600_000),
        address: from.address.slice(0, 64),
        userAgent: from.userAgent.slice(0, 256),
      },
      select: { id: true },
    })
    await beginTerms(tx, account.scope)
    return session.id
  })
}

/** A customer's first sign-in begins the terms of its licences that waited for it. */
async function beginTerms(tx: Tx, scope: string): Promise<void> {
  const waiting = await tx.subscription.findFirst({
    where: { scope, awaitingSignIn: true, cancelledOn: null },
    select: { id: true },
  })
  if (waiting) await enqueue(tx, 'licenceActivate', { scope }, { dedupe: `licenceActivate:${scope}` })
}

/** Ends one session at once. */
export async function closeSession(sessionId: string): Promise<void> {
  await asSystem((tx) => tx.session.deleteMany({ where: { id: sessionId } }))
}
