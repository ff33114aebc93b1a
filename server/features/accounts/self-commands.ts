import type { Actor } from '@/server/access/decide'
import { hashPassword, isPassword } from '@/server/auth/password'
import { accountKeyIn, countAttempt, forgiveAttempt } from '@/server/auth/throttle'
import type { Tx } from '@/server/db/client'
import { record } from '@/server/features/log/record'
import type { Locale } from '@/server/i18n/locales'
import { DomainError } from '@/server/lib/errors'
import { mayUsePassword } from './password-rules'

const own = (actor: Actor, targetType: 'account' | 'session' = 'account', targetId = actor.accountId) => ({
  scope: actor.scope,
  action: 'self.update' as const,
  targetType,
  targetId,
  targetName: `${actor.firstName} ${actor.lastName} (${actor.loginName})`,
})

/** The language of one's own console. */
export async function setLocale(tx: Tx, actor: Actor, { locale }: { locale: Locale }): Promise<void> {
  if (locale === actor.locale) return
  await tx.account.updateMany({ where: { id: actor.accountId }, data: { locale } })
  await record(tx, actor, { ...own(actor), before: { locale: actor.locale }, after: { locale } })
}

/**
 * Gives oneself another password. Every session ends, this one too: who knows the new one signs in again.
 * Wrong guesses of the current one count like wrong guesses at sign-in.
 * Refuses with passwordWrong (field current), passwordWeak (field next), signInLocked.
 */
export async function changePassword(
  tx: Tx,
  actor: Actor,
  { current, next, address }: { current: string; next: string; address: string },
): Promise<void> {
  const words = [actor.loginName, actor.firstName, actor.lastName, actor.companyName, actor.email]
  const allowed = mayUsePassword(next, words)
  if (!allowed.ok) throw new DomainError(allowed.code, allowed.params, 'next')
  const attempt = { account: accountKeyIn(actor.channelId, actor.loginName), address }
  await countAttempt(attempt)
  const account = await tx.account.findUnique({ where: { id: actor.accountId }, select: { passwordHash: true } })
  if (!(await isPassword(account?.passwordHash ?? null, current))) throw new DomainError('passwordWrong', {}, 'current')
  await forgiveAttempt(attempt)
  const data = { passwordHash: await hashPassword(next), passwordChangedAt: new Date() }
  await tx.account.updateMany({ where: { id: actor.accountId }, data })
  await tx.session.deleteMany({ where: { accountId: actor.accountId } })
  await record(tx, actor, { ...own(actor), after: { passwordChanged: true } })
}

/** Signs one of one's own sessions out. Refuses with notFound. */
export async function endSession(tx: Tx, actor: Actor, { sessionId }: { sessionId: string }): Promise<void> {
  const { count } = await tx.session.deleteMany({ where: { id: sessionId, accountId: actor.accountId } })
  if (count === 0) throw new DomainError('notFound')
  await record(tx, actor, { ...own(actor, 'session', sessionId), after: { ended: true } })
}

/** Signs every other session of oneself out and gives their number. */
export async function endOtherSessions(tx: Tx, actor: Actor): Promise<{ ended: number }> {
  const { count } = await tx.session.deleteMany({ where: { accountId: actor.accountId, id: { not: actor.sessionId } } })
  if (count > 0) await record(tx, actor, { ...own(actor, 'session'), after: { ended: count } })
  return { ended: count }
}
