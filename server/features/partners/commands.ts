import { type Actor, decide, type Target } from '@/server/access/decide'
import type { Privilege } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { insertFirstAccount } from '@/server/features/accounts/commands'
import { inviteAccount } from '@/server/features/accounts/invite'
import { changeStatus, insertCompany, updateProfile } from '@/server/features/companies/commands'
import { mustMatchName } from '@/server/features/customers/rules'
import { record } from '@/server/features/log/record'
import { grantPlans } from '@/server/features/plans/grants'
import { setAllocation } from '@/server/features/products/allocations'
import { DomainError } from '@/server/lib/errors'
import { demand } from '@/server/lib/result'
import { setBrandingPermission, setRemoteManagement } from './permissions'
import type { NewPartner, PartnerStatusChange, PartnerUpdate } from './schema'

/**
 * Creates a partner with its first account, an administrator, below the target, and gives it what it sells from; all of it or
 * nothing. Refuses with wrongParent, slugTaken (field slug), loginNameTaken (field loginName), passwordWeak (field password),
 * mailDayMissing (field mailOn), notAllowed, wrongKind (what partners of that type do not get), and what giving it refuses with
 * (fields allocations.<at>.allocated, remote.dataCentreId, planIds).
 */
export async function createPartner(tx: Tx, actor: Actor, parent: Target, input: NewPartner) {
  const { kind, company, account } = input
  const { id, scope } = await insertCompany(tx, { ...company, parent, kind })
  const accountId = await insertFirstAccount(tx, { scope, companyId: id, ...account })
  await inviteAccount(tx, actor, { companyId: id, accountId, ...account })
  await record(tx, actor, {
    scope,
    action: 'partner.create',
    targetType: 'company',
    targetId: id,
    targetName: company.name,
    after: { kind, name: company.name, slug: company.slug, country: company.country, loginName: account.loginName },
  })
  await equip(tx, actor, { scope, kind, chain: [...parent.chain, { id, kind, status: 'active' }] }, id, input)
  return { id, name: company.name }
}

/** Gives a new partner what it sells from and what it may do, each as on its page, by the same rules and in the same log. */
async function equip(tx: Tx, actor: Actor, target: Target, companyId: string, input: NewPartner): Promise<void> {
  const { allocations, remote, ownBranding, planIds } = input
  const may = (privilege: Privilege) => demand(decide(actor, privilege, target))
  for (const [at, wish] of allocations.entries()) {
    may('partner.allocate')
    await within(`allocations.${at}`, () => setAllocation(tx, actor, target, { ...wish, companyId, was: null }))
  }
  if (planIds.length > 0) {
    may('partner.assignPlan')
    await grantPlans(tx, actor, target, { companyId, planIds })
  }
  if (remote.enabled) {
    may('partner.remoteManagement')
    const { dataCentreId } = remote
    await within('remote', () => setRemoteManagement(tx, actor, target, { companyId, dataCentreId, was: null }))
  }
  if (ownBranding) {
    may('branding.manage')
    await setBrandingPermission(tx, actor, target, { companyId, allowed: true })
  }
}

/** Names the fields of a refusal from the part of the form in which they stand. */
async function within(part: string, give: () => Promise<void>): Promise<void> {
  try {
    await give()
  } catch (error) {
    const inPart = error instanceof DomainError && error.field !== undefined
    throw inPart ? new DomainError(error.code, error.params, `${part}.${error.field}`) : error
  }
}

/** Changes a partner's profile. Refuses with notFound, changedMeanwhile, slugTaken (field slug). */
export async function updatePartner(tx: Tx, actor: Actor, input: PartnerUpdate): Promise<void> {
  await lockPartner(tx, input.companyId)
  await updateProfile(tx, actor, 'partner.update', input)
}

/**
 * Suspends a partner (read-only at once for it and its customers), takes that back, or cancels it for ever: its licences expire
 * today, nobody there can sign in, mails to come are cancelled (spec/domain.md §1). Cancelling asks for its name.
 * Refuses with notFound, statusUnchanged, cancelledFinal, changedMeanwhile, nameMismatch (field typed).
 */
export async function setPartnerStatus(tx: Tx, actor: Actor, { companyId, to, typed }: PartnerStatusChange) {
  const { scope, name } = await lockPartner(tx, companyId)
  if (to === 'cancelled' && !mustMatchName(typed, name).ok) throw new DomainError('nameMismatch', {}, 'typed')
  await changeStatus(tx, actor, 'partner.update', { companyId, to })
  if (to !== 'cancelled') return
  await tx.session.deleteMany({ where: { scope: { startsWith: scope } } })
  await tx.mail.updateMany({
    where: { scope: { startsWith: scope }, state: 'scheduled' },
    data: { state: 'cancelled' },
  })
}

/** The partner, locked for this transaction; what is none is notFound. */
async function lockPartner(tx: Tx, companyId: string) {
  await tx.$queryRaw`select 1 from company where id = ${companyId} for update`
  const partner = await tx.company.findFirst({
    where: { id: companyId, kind: { in: ['msp', 'reseller'] } },
    select: { scope: true, name: true },
  })
  if (!partner) throw new DomainError('notFound')
  return partner
}
