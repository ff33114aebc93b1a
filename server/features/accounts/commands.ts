import type { Actor } from '@/server/access/decide'
import type { CompanyKind, Privilege, Role } from '@/server/access/privileges'
import { hashPassword } from '@/server/auth/password'
import type { Tx } from '@/server/db/client'
import { changesOf } from '@/server/features/log/changes'
import { record } from '@/server/features/log/record'
import { DomainError } from '@/server/lib/errors'
import { demand } from '@/server/lib/result'
import { inviteAccount } from './invite'
import { mayUsePassword } from './password-rules'
import { lockAccount } from './queries'
import { mayDelete, mayGiveRole, maySetEnabled, maySetRole } from './rules'
import type { AccountProfile, FirstAccount, NewAccount } from './schema'

/** The company whose account is made or changed. */
type At = { companyId: string; scope: string; kind: CompanyKind }
type Ref = { companyId: string; accountId: string }

const nameOf = (account: { firstName: string; lastName: string; loginName: string }): string =>
  `${account.firstName} ${account.lastName} (${account.loginName})`

/** What the log keeps of a new account: everything but the password. */
const asLogged = ({ password: _, mail: __, mailOn: ___, ...account }: FirstAccount & { role: Role }) => account

async function insertAccount(tx: Tx, at: Omit<At, 'kind'>, account: FirstAccount & { role: Role }): Promise<string> {
  const { password, mail: _, mailOn: __, ...profile } = account
  if (password !== undefined) {
    const allowed = mayUsePassword(password, [account.loginName, account.firstName, account.lastName, account.email])
    if (!allowed.ok) throw new DomainError(allowed.code, allowed.params, 'password')
  }
  const { id } = await tx.account.create({
    data: {
      ...profile,
      companyId: at.companyId,
      scope: at.scope,
      ...(password === undefined ? {} : { passwordHash: await hashPassword(password), passwordChangedAt: new Date() }),
    },
    select: { id: true },
  })
  return id
}

async function logged(
  tx: Tx,
  actor: Actor,
  action: Privilege,
  scope: string,
  account: { id: string; firstName: string; lastName: string; loginName: string },
  states: Pick<Parameters<typeof record>[2], 'before' | 'after'>,
): Promise<void> {
  const target = { scope, targetType: 'account', targetId: account.id, targetName: nameOf(account) } as const
  await record(tx, actor, { action, ...target, ...states })
}

/**
 * The first account of a company that was just made: an administrator, whatever the role of its maker (spec/domain.md §1, D).
 * Gives its id; the maker logs it with the company. Refuses with loginNameTaken (field loginName), passwordWeak (field password).
 */
export const insertFirstAccount = (
  tx: Tx,
  { scope, companyId, ...account }: FirstAccount & Omit<At, 'kind'>,
): Promise<string> => insertAccount(tx, { scope, companyId }, { ...account, role: 'administrator' })

/**
 * Adds an account, tells the person, and gives its id.
 * Refuses with roleAboveOwn, loginNameTaken (field loginName), passwordWeak (field password), mailDayMissing (field mailOn).
 */
export async function createAccount(
  tx: Tx,
  actor: Actor,
  action: Privilege,
  { at, account }: { at: At; account: NewAccount },
): Promise<{ accountId: string }> {
  demand(mayGiveRole(actor.role, account.role, at.kind))
  const accountId = await insertAccount(tx, at, account)
  await inviteAccount(tx, actor, { companyId: at.companyId, accountId, ...account })
  await logged(tx, actor, action, at.scope, { id: accountId, ...account }, { after: asLogged(account) })
  return { accountId }
}

/** Changes what is known of a person. Refuses with notFound, changedMeanwhile. */
export async function updateAccount(
  tx: Tx,
  actor: Actor,
  action: Privilege,
  { companyId, accountId, version, profile }: Ref & { version: number; profile: AccountProfile },
): Promise<void> {
  const account = await lockAccount(tx, { companyId, accountId })
  if (account.version !== version) throw new DomainError('changedMeanwhile')
  const { lastSignInAt: _, ...before } = account
  const changes = changesOf(before, profile)
  if (!changes) return
  await tx.account.updateMany({ where: { id: accountId }, data: profile })
  await logged(tx, actor, action, account.scope, account, changes)
}

/**
 * Gives an account another role; its sessions end at once.
 * Refuses with notFound, ownRole, roleAboveOwn, lastAdministrator.
 */
export async function setRole(
  tx: Tx,
  actor: Actor,
  action: Privilege,
  { companyId, accountId, kind, role }: Ref & { kind: CompanyKind; role: Role },
): Promise<void> {
  const account = await lockAccount(tx, { companyId, accountId })
  demand(maySetRole(actor, account, role, kind))
  if (account.role === role) return
  await tx.account.updateMany({ where: { id: accountId }, data: { role } })
  await logged(tx, actor, action, account.scope, account, { before: { role: account.role }, after: { role } })
}

/** Disables an account, whose sessions end at once and whose waiting mails are cancelled, or enables it again. Refuses with notFound, lastAdministrator. */
export async function setEnabled(
  tx: Tx,
  actor: Actor,
  action: Privilege,
  { companyId, accountId, isEnabled }: Ref & { isEnabled: boolean },
): Promise<void> {
  const account = await lockAccount(tx, { companyId, accountId })
  demand(maySetEnabled(account, isEnabled))
  if (account.enabled === isEnabled) return
  await tx.account.updateMany({ where: { id: accountId }, data: { enabled: isEnabled } })
  await tx.session.deleteMany({ where: { accountId } })
  if (!isEnabled) {
    const waiting = { accountId, state: 'scheduled' } as const
    await tx.mail.updateMany({ where: waiting, data: { state: 'cancelled', sealed: null } })
  }
  const states = { before: { enabled: account.enabled }, after: { enabled: isEnabled } }
  await logged(tx, actor, action, account.scope, account, states)
}

/** Deletes an account for ever, with its sessions and what it kept for itself. Refuses with notFound, lastAdministrator. */
export async function deleteAccount(
  tx: Tx,
  actor: Actor,
  action: Privilege,
  { companyId, accountId }: Ref,
): Promise<void> {
  const {
    scope,
    lastSignInAt: _,
    canSignIn: __,
    isLastAdministrator,
    ...account
  } = await lockAccount(tx, { companyId, accountId })
  demand(mayDelete({ ...account, isLastAdministrator }))
  await tx.account.deleteMany({ where: { id: accountId } })
  await logged(tx, actor, action, scope, account, { before: account })
}
