import { Temporal } from 'temporal-polyfill'
import type { Actor } from '@/server/access/decide'
import type { Privilege } from '@/server/access/privileges'
import { issueLink } from '@/server/auth/links'
import type { Tx } from '@/server/db/client'
import { record } from '@/server/features/log/record'
import { type NewMail, queueMails } from '@/server/features/notifications/queue'
import { DomainError } from '@/server/lib/errors'
import { lockAccount } from './queries'

const MORNING = '08:00'
const DAYS_MAX = 366

export type MailWish = { mail: 'now' | 'later' | 'none'; mailOn: string }

/** When the mail goes out: at once, or on the morning of a day where the person is. Refuses with mailDayMissing (field mailOn). */
function dueAt({ mail, mailOn }: MailWish, timeZone: string): Date | undefined {
  if (mail !== 'later') return undefined
  const missing = new DomainError('mailDayMissing', {}, 'mailOn')
  if (mailOn === '') throw missing
  const today = Temporal.Now.plainDateISO(timeZone)
  const days = today.until(Temporal.PlainDate.from(mailOn)).days
  if (days < 0 || days > DAYS_MAX) throw missing
  if (days === 0) return undefined
  return new Date(Temporal.PlainDate.from(mailOn).toZonedDateTime({ timeZone, plainTime: MORNING }).epochMilliseconds)
}

type Ref = { companyId: string; accountId: string }
const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => `${firstName} ${lastName}`

/**
 * Tells the person of a new account: with a link to choose a password, or, when one was given, with the way to sign in.
 * Refuses with mailDayMissing (field mailOn).
 */
export async function inviteAccount(tx: Tx, actor: Actor, { companyId, accountId, ...wish }: Ref & MailWish) {
  if (wish.mail === 'none') return
  const account = await lockAccount(tx, { companyId, accountId })
  const due = dueAt(wish, account.timeZone)
  await queueMails(tx, [await invitationMail(tx, actor, { companyId, account, ...(due ? { due } : {}) })])
}

type Held = Awaited<ReturnType<typeof lockAccount>>

async function invitationMail(
  tx: Tx,
  actor: Actor,
  { companyId, account, due }: { companyId: string; account: Held; due?: Date },
): Promise<NewMail> {
  const company = await tx.company.findUniqueOrThrow({ where: { id: companyId }, select: { name: true, slug: true } })
  const createdBy = nameOf(actor)
  const secrets = account.canSignIn ? {} : { token: await issueLink(tx, account, 'invitation', due) }
  return {
    kind: 'accountCreated',
    scope: account.scope,
    accountId: account.id,
    address: account.email,
    name: nameOf(account),
    locale: account.locale,
    props: { companyName: company.name, slug: company.slug, loginName: account.loginName, createdBy },
    secrets,
    createdBy,
    ...(due ? { dueAt: due } : {}),
  }
}

/**
 * Sends somebody a link to another password, or the invitation again to whoever has none yet. The present password stays until
 * the link is used. Refuses with notFound, accountDisabled.
 */
export async function sendPasswordLink(tx: Tx, actor: Actor, action: Privilege, { companyId, accountId }: Ref) {
  const account = await lockAccount(tx, { companyId, accountId })
  if (!account.enabled) throw new DomainError('accountDisabled')
  const mail = account.canSignIn
    ? await resetMail(tx, actor, { companyId, account })
    : await invitationMail(tx, actor, { companyId, account })
  await queueMails(tx, [mail])
  await record(tx, actor, {
    scope: account.scope,
    action,
    targetType: 'account',
    targetId: accountId,
    targetName: `${nameOf(account)} (${account.loginName})`,
    after: { mail: mail.kind, address: account.email },
  })
  return { address: account.email }
}

async function resetMail(
  tx: Tx,
  actor: Actor,
  { companyId, account }: { companyId: string; account: Held },
): Promise<NewMail> {
  const company = await tx.company.findUniqueOrThrow({ where: { id: companyId }, select: { name: true } })
  return {
    kind: 'passwordReset',
    scope: account.scope,
    accountId: account.id,
    address: account.email,
    name: nameOf(account),
    locale: account.locale,
    props: { companyName: company.name, loginName: account.loginName, by: nameOf(actor) },
    secrets: { token: await issueLink(tx, account, 'passwordReset') },
    createdBy: nameOf(actor),
  }
}
