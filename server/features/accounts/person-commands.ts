import type { Actor } from '@/server/access/decide'
import type { Privilege } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { record } from '@/server/features/log/record'
import { demand } from '@/server/lib/result'
import { type PersonalData, type PersonRef, personalData } from './person-data'
import { lockAccount } from './queries'
import { mayDelete } from './rules'

/** The address of a mail whose recipient was erased: no mail can go there (RFC 2606). */
export const ERASED_ADDRESS = 'erased@invalid'

/** What is kept about a person, for the file they get; the log says who took it. Refuses with notFound. */
export async function takePersonalData(
  tx: Tx,
  actor: Actor,
  action: Privilege,
  { companyId, accountId }: PersonRef,
): Promise<PersonalData> {
  const { scope, firstName, lastName, loginName } = await lockAccount(tx, { companyId, accountId })
  const data = await personalData(tx, { companyId, accountId })
  const targetName = `${firstName} ${lastName} (${loginName})`
  const target = { scope, targetType: 'account', targetId: accountId, targetName } as const
  await record(tx, actor, { action, ...target, after: { personalDataTaken: true } })
  return data
}

/**
 * Erases a person for ever: the account and all that hangs on it, their name on notes and operations, recipient and words of
 * their mails, of which those that wait are cancelled. The entry in the log names them no more; what was logged before stays.
 * Refuses with notFound, lastAdministrator.
 */
export async function erasePerson(
  tx: Tx,
  actor: Actor,
  action: Privilege,
  { companyId, accountId }: PersonRef,
): Promise<{ notes: number; mails: number }> {
  const { scope, ...account } = await lockAccount(tx, { companyId, accountId })
  demand(mayDelete(account))
  const [forgotten] = await tx.$queryRaw<{ notes: number }[]>`select forget_author(${accountId}::uuid) as notes`
  await tx.operation.updateMany({ where: { requestedBy: accountId }, data: { requestedName: '' } })
  const mails = await eraseMails(tx, accountId)
  await tx.account.deleteMany({ where: { id: accountId } })
  const erased = { notes: forgotten?.notes ?? 0, mails }
  const target = { scope, targetType: 'account', targetId: accountId, targetName: accountId } as const
  await record(tx, actor, { action, ...target, after: { erased: true, ...erased } })
  return erased
}

/** One that is being sent may arrive: nobody waits for it, and nothing of it is kept. */
async function eraseMails(tx: Tx, accountId: string): Promise<number> {
  const nothing = {
    address: ERASED_ADDRESS,
    name: '',
    props: {},
    sealed: null,
    subject: null,
    bodyHtml: null,
    bodyText: null,
  }
  const where = { accountId }
  await tx.mail.updateMany({ where: { ...where, state: 'scheduled' }, data: { state: 'cancelled' } })
  await tx.mail.updateMany({ where: { ...where, state: 'sending' }, data: { state: 'unknown', claimedAt: null } })
  const { count } = await tx.mail.updateMany({ where, data: { ...nothing, lastError: null } })
  return count
}
