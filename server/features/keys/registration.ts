import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { insertFirstAccount } from '@/server/features/accounts/commands'
import { insertCompany } from '@/server/features/companies/commands'
import { proposeSlug } from '@/server/features/companies/queries'
import { assigning, productsOf, writeAssignments } from '@/server/features/licences/assign'
import type { By } from '@/server/features/licences/by'
import { loadCustomers } from '@/server/features/licences/load-customers'
import { loadPlans } from '@/server/features/licences/load-plans'
import { Pools } from '@/server/features/licences/pools'
import { record } from '@/server/features/log/record'
import { DomainError, type ErrorCode } from '@/server/lib/errors'
import { newCompanyId } from '@/server/lib/ids'
import { channelOf } from '@/server/lib/scope'
import type { StrangerForm } from './register-schema'
import { tellRegistered } from './tell'

const { sql } = Prisma

/** The company below which somebody registers. */
export type Manager = { id: string; scope: string; kind: CompanyKind; name: string; slug: string }

/** What is registered: a plan, in units, by a key or a trial form (`reference`: what the transaction refers to). */
export type Registration = { planId: string; units: number; reference: string }

export type RegisteredLicence = { productName: string; unit: string; activationCode: string | null }

/** What the person is shown at the end. `slug`: where the company signs in. */
export type Registered = {
  subscriptionId: string
  customerScope: string
  companyName: string
  slug: string
  planName: string
  units: number
  startsOn: string
  endsOn: string
  awaitingSignIn: boolean
  licences: RegisteredLicence[]
}

export async function managerAt(tx: Tx, scope: string): Promise<Manager | null> {
  const company = await tx.company.findUnique({
    where: { scope, status: 'active' },
    select: { id: true, scope: true, kind: true, name: true, slug: true },
  })
  return company
}

/** Makes the company of a stranger, a customer of the portal `clp`, with its first account; gives that account as an actor. */
export async function newCustomer(
  tx: Tx,
  manager: Manager,
  { company, account }: Pick<StrangerForm, 'company' | 'account'>,
): Promise<Actor> {
  const slug = (await proposeSlug(tx, { name: company.name })) || newCompanyId()
  const { id, scope } = await insertCompany(tx, {
    ...company,
    ...{ slug, industry: '', note: '', emergencyEmails: [] },
    ...{ parent: manager, kind: 'customer', portal: 'clp' },
  })
  const accountId = await insertFirstAccount(tx, { scope, companyId: id, ...account })
  const { loginName, firstName, lastName, email, locale, timeZone } = account
  return {
    ...{ accountId, sessionId: '', companyId: id, companyName: company.name, companySlug: slug },
    ...{ scope, channelId: channelOf(scope) },
    ...{ kind: 'customer', role: 'administrator', loginName, firstName, lastName, email, locale, timeZone, chain: [] },
  }
}

/** Refusals that tell about the partner's business: strangers hear registrationClosed instead. */
const CONFIDENTIAL: readonly ErrorCode[] = [
  ...(['notAllocated', 'allocationDisabled', 'poolExceeded', 'planNotGranted', 'planDisabled', 'planLocked'] as const),
  ...(['endOfSale', 'endOfLife', 'nfrTaken', 'targetSuspended', 'targetCancelled', 'notFound'] as const),
]

/** The refusal as a stranger may hear it. */
export const outward = (code: ErrorCode, params: Readonly<Record<string, string | number>>, company: string) =>
  CONFIDENTIAL.includes(code) ? new DomainError('registrationClosed', { company }) : new DomainError(code, params)

/**
 * Issues the licence of a registration to a customer, writes who did it and queues the mails. A trial that the customer has of
 * the same product becomes the full licence; otherwise another is added. Refuses with registrationClosed (company), secondAgents
 * (product), productAlreadyAssigned (product), customerDisabled.
 */
export async function register(
  tx: Tx,
  manager: Manager,
  actor: Actor,
  { planId, units, reference }: Registration,
  isNew: boolean,
): Promise<Registered> {
  const productIds = await productsOf(tx, [planId])
  const [customer] = await loadCustomers(tx, sql`c.scope = ${actor.scope}`, { productIds, lock: true })
  if (!customer) throw new DomainError('notFound')
  const pools = await Pools.load(tx, [manager.scope], productIds, { lock: true })
  const plans = await loadPlans(tx, [manager.scope], [planId])
  const isConversion = plans(manager.scope, planId)?.version === 'full' && customer.subscriptions.some(isTrial)
  const existing = isConversion ? ('change' as const) : ('add' as const)
  const assignment = assigning(customer, { planId, units, existing }, plans, pools)
  if (!assignment.ok) throw outward(assignment.code, assignment.params, manager.name)
  const by: By = {
    source: 'console',
    name: `${actor.firstName} ${actor.lastName}`,
    companyName: actor.companyName,
    accountId: actor.accountId,
    action: 'licence.assign',
    reference,
    mail: false,
  }
  const { issued, changed } = await writeAssignments(tx, by, [{ customer, assignment: assignment.value }])
  const subscriptionId = issued[0]?.subscriptionId ?? changed[0]?.subscriptionId
  if (subscriptionId === undefined) throw new Error('an assignment issues or changes a subscription')
  await record(tx, actor, {
    scope: actor.scope,
    action: isNew ? 'customer.create' : 'licence.assign',
    targetType: 'company',
    targetId: actor.companyId,
    targetName: actor.companyName,
    after: { portal: 'clp', registeredBy: reference, legalTextsAccepted: true },
  })
  const done = { ...(await registered(tx, subscriptionId)), ...{ customerScope: actor.scope, subscriptionId } }
  await tellRegistered(tx, { manager, actor, isNew, registered: done })
  return done
}

const isTrial = ({ version }: { version: string }): boolean => version === 'trial'

type Row = Omit<Registered, 'licences' | 'customerScope' | 'subscriptionId'>

async function registered(tx: Tx, subscriptionId: string) {
  const [row] = await tx.$queryRaw<Row[]>`
    select c.name as "companyName", c.slug, p.name as "planName", s.units, s.starts_on::text as "startsOn", s.ends_on::text as "endsOn",
      s.awaiting_sign_in as "awaitingSignIn"
    from subscription s join company c on c.scope = s.scope join service_plan p on p.id = s.plan_id
    where s.id = ${subscriptionId}::uuid`
  if (!row) throw new Error('what was just registered is there')
  const licences = await tx.$queryRaw<RegisteredLicence[]>`
    select d.name as "productName", d.unit::text as unit, l.activation_code as "activationCode"
    from licence l join product d on d.id = l.product_id
    where l.subscription_id = ${subscriptionId}::uuid and l.removed_on is null order by d.name, l.id`
  return { ...row, licences }
}
