import { type Actor, mayAtAll, type Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { insertFirstAccount } from '@/server/features/accounts/commands'
import { inviteAccount } from '@/server/features/accounts/invite'
import { changeStatus, insertCompany, updateProfile } from '@/server/features/companies/commands'
import { assignPlans } from '@/server/features/licences/assign'
import { record } from '@/server/features/log/record'
import { dateOf, dayOf, todayIn } from '@/server/lib/days'
import { DomainError } from '@/server/lib/errors'
import { demand } from '@/server/lib/result'
import { productsLeft } from './products-left'
import type {
  ApprovalUpdate,
  CustomerDeletion,
  CustomerStatusChange,
  CustomerUpdate,
  NewCustomer,
  TagChange,
} from './record-schema'
import { mayDelete, mustMatchName, retag } from './rules'
import { endSessions } from './sessions'

/**
 * Creates a customer with its first account, an administrator, below the target, and assigns plans; all of it or nothing.
 * Refuses with wrongParent, slugTaken (field slug), loginNameTaken (field loginName), notAllowed (plans), those of assignPlans.
 */
export async function createCustomer(tx: Tx, actor: Actor, manager: Target, input: NewCustomer) {
  const { portal, company, account, plans, sendMail } = input
  const { id, scope } = await insertCompany(tx, { ...company, parent: manager, kind: 'customer', portal })
  const accountId = await insertFirstAccount(tx, { scope, companyId: id, ...account })
  await inviteAccount(tx, actor, { companyId: id, accountId, ...account })
  await record(tx, actor, {
    scope,
    action: 'customer.create',
    targetType: 'company',
    targetId: id,
    targetName: company.name,
    after: { portal, name: company.name, slug: company.slug, country: company.country, loginName: account.loginName },
  })
  if (plans.length > 0) {
    demand(mayAtAll(actor, 'licence.assign'))
    const chain = [...manager.chain, { id, kind: 'customer' as const, status: 'enabled' as const }]
    const request = { tx, actor, target: { scope, kind: 'customer' as const, chain } }
    await assignPlans(request, { companyId: id, wishes: plans, sendMail })
  }
  return { id, name: company.name }
}

/** Changes a customer's profile and tags. Refuses with notFound, changedMeanwhile, slugTaken (field slug). */
export async function updateCustomer(tx: Tx, actor: Actor, input: CustomerUpdate): Promise<void> {
  await customerOf(tx, input.companyId)
  await updateProfile(tx, actor, 'customer.update', input)
}

/**
 * Records, corrects or takes back the customer's written approval to be managed.
 * Refuses with notFound, dayInFuture (field on), changedMeanwhile.
 */
export async function setApproval(tx: Tx, actor: Actor, { companyId, version, approval }: ApprovalUpdate) {
  if (approval && approval.on > todayIn(actor.timeZone)) throw new DomainError('dayInFuture', {}, 'on')
  const before = await customerOf(tx, companyId)
  const { count } = await tx.company.updateMany({
    where: { id: companyId, version },
    data: {
      approvedBy: approval?.by ?? null,
      approvedOn: approval ? dateOf(approval.on) : null,
      approvalRemark: approval?.remark ?? '',
    },
  })
  if (count === 0) throw new DomainError('changedMeanwhile')
  await record(tx, actor, {
    ...before.logged,
    action: 'customer.update',
    before: { approvedBy: before.approvedBy, approvedOn: before.approvedOn && dayOf(before.approvedOn) },
    after: { approvedBy: approval?.by ?? null, approvedOn: approval?.on ?? null, remark: approval?.remark ?? '' },
  })
}

/**
 * Disables a customer (nobody there can sign in, running sessions end; its licences count as expired from now on, their dates
 * untouched) or enables it again. Refuses with notFound, statusUnchanged, changedMeanwhile.
 */
export async function setCustomerStatus(tx: Tx, actor: Actor, { companyId, to }: CustomerStatusChange) {
  await customerOf(tx, companyId)
  await changeStatus(tx, actor, 'customer.disable', { companyId, to })
  if (to === 'disabled') await endSessions(tx, [companyId])
}

/** Deletes a customer for ever. Refuses with notFound, nameMismatch (field name), notClp, productsLeft (products). */
export async function deleteCustomer(tx: Tx, actor: Actor, { companyId, name }: CustomerDeletion) {
  const customer = await customerOf(tx, companyId)
  const products = (await productsLeft(tx, [companyId])).get(companyId) ?? []
  demand(mayDelete({ portal: customer.portal, products }))
  if (!mustMatchName(name, customer.name).ok) throw new DomainError('nameMismatch', {}, 'name')
  await tx.company.deleteMany({ where: { id: companyId } })
  await record(tx, actor, {
    ...customer.logged,
    action: 'customer.delete',
    before: { name: customer.name, portal: customer.portal, status: customer.status },
  })
}

/** Adds and removes tags. Refuses with notFound, tagsUnchanged, tooManyTags. */
export async function changeTags(tx: Tx, actor: Actor, { companyId, add, remove }: TagChange) {
  const customer = await customerOf(tx, companyId)
  const tags = demand(retag(customer.tags, { add, remove }))
  await tx.company.updateMany({ where: { id: companyId }, data: { tags } })
  await record(tx, actor, {
    ...customer.logged,
    action: 'customer.update',
    before: { tags: customer.tags },
    after: { tags },
  })
}

/** The customer as it is now, locked for this transaction; what does not exist or is no customer is notFound. */
export async function customerOf(tx: Tx, companyId: string) {
  await tx.$queryRaw`select 1 from company where id = ${companyId} for update`
  const customer = await tx.company.findFirst({ where: { id: companyId, kind: 'customer' } })
  if (!customer?.portal) throw new DomainError('notFound')
  const { scope, name, status, portal, tags, approvedBy, approvedOn } = customer
  const logged = { scope, targetType: 'company' as const, targetId: companyId, targetName: name }
  return { scope, name, status, portal, tags, approvedBy, approvedOn, logged }
}
