import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { managesRemotely } from '@/server/features/companies/remote'
import { type LoadedLicence, loadLicences } from '@/server/features/licences/load'
import { DomainError } from '@/server/lib/errors'
import type { Decision, Refusal } from '@/server/lib/result'
import { mayMove, mayTakeRemote, type Place, type PlanThere, plansFor } from './rules'
import type { MoveQuestion } from './schema'

const { sql } = Prisma

/** What of a customer moves and how it would go on there. `refusal`: why it cannot move at all. */
export type MovePreview = {
  from: string
  to: string
  refusal: Refusal | null
  accounts: number
  subscriptions: {
    subscriptionId: string
    productName: string
    planName: string
    units: number
    isCancelled: boolean
    /** Plans at the new place that fit; none: it cannot move before there is one. */
    plans: PlanThere[]
  }[]
  /** Units that would be taken from pools of the new place, beside what is available there. Null: it sells without pools. */
  pools: { productName: string; version: string; units: number; available: number; refill: boolean }[] | null
}

/** The customer and both managing companies. Refuses with notFound. */
export async function partiesOf(tx: Tx, customerId: string, toId: string) {
  const [customer, to] = await Promise.all([
    tx.company.findFirst({ where: { id: customerId, kind: 'customer' }, include: { parent: true } }),
    tx.company.findFirst({ where: { id: toId, kind: { not: 'customer' } } }),
  ])
  if (!customer?.parent || !to) throw new DomainError('notFound')
  return { customer, from: customer.parent, to }
}

/** Plans with which a managing company sells: its own, and those it was given. */
export const plansAt = (tx: Tx, scope: string): Promise<PlanThere[]> =>
  tx.$queryRaw<PlanThere[]>`
    select p.id, p.name, p.product_id as "productId", p.version::text as version, p.nfr from service_plan p
    where p.scope = ${scope} or exists (select from plan_grant g where g.scope = ${scope} and g.plan_id = p.id)
    order by p.enabled desc, p.name, p.id`

export const subscriptionsOf = (tx: Tx, scope: string): Promise<LoadedLicence[]> =>
  loadLicences(tx, sql`s.scope = ${scope}`)

/** May a customer with these licences move? Codes: those of mayMove · remoteManagementOff. */
export async function moveDecision(
  tx: Tx,
  from: Place,
  to: Place & { scope: string },
  moving: readonly LoadedLicence[],
): Promise<Decision> {
  const fits = mayMove(from, to)
  return fits.ok ? mayTakeRemote(moving, await managesRemotely(tx, to)) : fits
}

/** What moving a customer would do, before it is asked for. Refuses with notFound. */
export async function previewMove(tx: Tx, { id, toId }: MoveQuestion): Promise<MovePreview> {
  const { customer, from, to } = await partiesOf(tx, id, toId)
  const [moving, there, accounts] = await Promise.all([
    subscriptionsOf(tx, customer.scope),
    plansAt(tx, to.scope),
    tx.account.count({ where: { companyId: id } }),
  ])
  const decision = await moveDecision(tx, from, to, moving)
  return {
    from: from.name,
    to: to.name,
    refusal: decision.ok ? null : decision,
    accounts,
    subscriptions: moving.map((licence) => ({
      subscriptionId: licence.subscriptionId,
      productName: licence.product.name,
      planName: licence.planName,
      units: licence.units,
      isCancelled: licence.cancelledOn !== null,
      plans: plansFor({ ...licence, productName: licence.product.name }, there),
    })),
    pools: to.kind === 'msp' ? await poolsFor(tx, to.scope, moving) : null,
  }
}

async function poolsFor(tx: Tx, scope: string, moving: readonly LoadedLicence[]) {
  const pools = await tx.allocation.findMany({ where: { scope } })
  const wanted = new Map<
    string,
    { productName: string; version: string; units: number; available: number; refill: boolean }
  >()
  for (const { productId, version, pooledUnits, nfr, product } of moving) {
    if (nfr || pooledUnits === 0) continue
    const pool = pools.find((each) => each.productId === productId && each.version === version)
    const key = `${productId} ${version}`
    const units = (wanted.get(key)?.units ?? 0) + pooledUnits
    const available = pool && !pool.disabled ? pool.allocated - pool.provisioned : 0
    wanted.set(key, { productName: product.name, version, units, available, refill: pool?.refill ?? false })
  }
  return [...wanted.values()]
}
