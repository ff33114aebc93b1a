import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { todayOf } from '@/server/features/companies/today'
import { record } from '@/server/features/log/record'
import { dayOf } from '@/server/lib/days'
import { DomainError } from '@/server/lib/errors'
import type { Day } from '@/server/lib/period'
import { mayAllocate } from './allocation-rules'
import type { AllocationFigures } from './list-queries'
import { mayBeSold, type ProductKind, type ProductUnit, type Version } from './rules'
import type { AllocationChange } from './schema'
import { catalogueOf } from './visible'

/** What an MSP may sell of a product in one version; `allocation` is null where it may not sell it at all. */
export type AllocationRow = {
  productId: string
  name: string
  code: string
  kind: ProductKind
  unit: ProductUnit
  version: Version
  endOfSaleOn: Day | null
  endOfLifeOn: Day | null
  /** Why no more can be allocated, or null. */
  refusal: 'endOfSale' | 'endOfLife' | null
  allocation: Omit<AllocationFigures, 'version'> | null
}

/** Every product and version of the catalogue with what an MSP may sell of it. Refuses with wrongKind. */
export async function listAllocations(tx: Tx, target: Target): Promise<AllocationRow[]> {
  if (target.kind !== 'msp') throw new DomainError('wrongKind')
  return allocationsOf(tx, target.scope, await todayOf(tx, target.scope))
}

/** The same for an MSP that is to be, below `parent`: it may sell nothing yet. */
export const allocatable = async (tx: Tx, parent: { scope: string }): Promise<AllocationRow[]> =>
  allocationsOf(tx, `${parent.scope}-`, await todayOf(tx, parent.scope))

async function allocationsOf(tx: Tx, holder: string, today: Day): Promise<AllocationRow[]> {
  const rows = await tx.$queryRaw<Omit<AllocationRow, 'refusal'>[]>`
    select p.id as "productId", p.name, p.code, p.kind::text as kind, p.unit::text as unit, v.version::text as version,
      p.end_of_sale_on::text as "endOfSaleOn", p.end_of_life_on::text as "endOfLifeOn",
      case when a.scope is null then null else jsonb_build_object('allocated', a.allocated, 'provisioned', a.provisioned,
        'refill', a.refill, 'disabled', a.disabled) end as allocation
    from product p cross join unnest(enum_range(null::product_version)) as v (version)
    left join allocation a on a.scope = ${holder} and a.product_id = p.id and a.version = v.version
    where p.scope = ${catalogueOf(holder)}
      and (a.scope is not null or case v.version when 'trial' then p.trial_offered else p.full_offered end)
    order by p.name, p.id, v.version desc`
  return rows.map((row) => {
    const sold = mayBeSold(row, today)
    return { ...row, refusal: sold.ok || (sold.code !== 'endOfSale' && sold.code !== 'endOfLife') ? null : sold.code }
  })
}

/**
 * Sets what an MSP may sell of a product in one version. Refuses with wrongKind, notFound, changedMeanwhile, versionNotOffered,
 * endOfSale and endOfLife (more than before), belowProvisioned (field allocated).
 */
export async function setAllocation(tx: Tx, actor: Actor, target: Target, input: AllocationChange): Promise<void> {
  if (target.kind !== 'msp') throw new DomainError('wrongKind')
  // Written from above only: the partner itself cannot.
  await widen(tx, actor)
  const { productId, version, allocated, refill, disabled, was } = input
  const product = await tx.product.findFirst({ where: { id: productId, scope: actor.scope } })
  if (!product) throw new DomainError('notFound')
  const [before] = await tx.$queryRaw<Omit<AllocationFigures, 'version'>[]>`
    select allocated, provisioned, refill, disabled from allocation
    where scope = ${target.scope} and product_id = ${productId}::uuid and version = ${version}::product_version for update`
  if ((before?.allocated ?? null) !== was) throw new DomainError('changedMeanwhile')
  if (!before && !(version === 'trial' ? product.trialOffered : product.fullOffered))
    throw new DomainError('versionNotOffered')
  const enough = mayAllocate(before ?? { provisioned: 0 }, allocated)
  if (!enough.ok) throw new DomainError(enough.code, enough.params, 'allocated')
  if (allocated > (before?.allocated ?? 0)) await mustBeSold(tx, target, product)
  const made = await tx.$executeRaw`
    insert into allocation (scope, product_scope, product_id, version, allocated, refill, disabled)
    values (${target.scope}, ${product.scope}, ${productId}::uuid, ${version}::product_version, ${allocated}, ${refill}, ${disabled})
    on conflict (scope, product_id, version) do update
    set allocated = excluded.allocated, refill = excluded.refill, disabled = excluded.disabled, updated_at = now()
    where ${before !== undefined}`
  // Two made the first allocation at once: the second has not seen the first.
  if (made === 0) throw new DomainError('changedMeanwhile')
  await record(tx, actor, {
    scope: target.scope,
    action: 'partner.allocate',
    targetType: 'allocation',
    targetId: productId,
    targetName: product.name,
    ...(before ? { before: { version, ...before } } : {}),
    after: { version, allocated, refill, disabled },
  })
}

async function mustBeSold(tx: Tx, target: Target, product: { endOfSaleOn: Date | null; endOfLifeOn: Date | null }) {
  const life = {
    endOfSaleOn: product.endOfSaleOn && dayOf(product.endOfSaleOn),
    endOfLifeOn: product.endOfLifeOn && dayOf(product.endOfLifeOn),
  }
  const sold = mayBeSold(life, await todayOf(tx, target.scope))
  if (!sold.ok) throw new DomainError(sold.code, sold.params, 'allocated')
}
