import type { Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { todayOf } from '@/server/features/companies/today'
import { DomainError } from '@/server/lib/errors'
import type { Day } from '@/server/lib/period'
import type { AllocationFigures } from './list-queries'
import { isPartOn, type ProductKind, type ProductUnit } from './rules'
import { catalogueOf, planInView, productInView } from './visible'

type Viewer = Pick<Target, 'scope' | 'kind'>

type Found = {
  id: string
  revision: number
  vendor: string
  code: string
  name: string
  family: string
  kind: ProductKind
  unit: ProductUnit
  trialOffered: boolean
  fullOffered: boolean
  needsCode: boolean
  manageable: boolean
  reportsUsage: boolean
  nfrOffered: boolean
  endOfSaleOn: Day | null
  endOfLifeOn: Day | null
  plans: number
  allocations: AllocationFigures[]
}

/** A component of a suite, with its name. */
export type ComponentRow = {
  id: string
  productId: string
  name: string
  kind: ProductKind
  addedOn: Day
  removedOn: Day | null
  changedAt: string
}

/**
 * A product as its page shows it: what it is, what a suite holds now and held before, how many customers below use it, and the
 * day it is for the viewer. Refuses with notFound.
 */
export async function getProduct(tx: Tx, viewer: Viewer, { productId }: { productId: string }) {
  const [product] = await tx.$queryRaw<Found[]>`
    select p.id, p.revision, p.vendor, p.code, p.name, p.family, p.kind::text as kind, p.unit::text as unit,
      p.trial_offered as "trialOffered", p.full_offered as "fullOffered", p.needs_code as "needsCode", p.manageable,
      p.reports_usage as "reportsUsage", p.nfr_offered as "nfrOffered", p.end_of_sale_on::text as "endOfSaleOn",
      p.end_of_life_on::text as "endOfLifeOn",
      (select count(*)::int from service_plan s where s.product_id = p.id and ${planInView(viewer)}) as plans,
      (select coalesce(jsonb_agg(jsonb_build_object('version', a.version, 'allocated', a.allocated, 'provisioned', a.provisioned,
        'refill', a.refill, 'disabled', a.disabled) order by a.version desc), '[]')
        from allocation a where a.scope = ${viewer.scope} and a.product_id = p.id) as allocations
    from product p where p.id = ${productId}::uuid and ${productInView(viewer)}`
  if (!product) throw new DomainError('notFound')
  const [used] = await tx.$queryRaw<{ customers: number }[]>`
    select count(distinct s.scope)::int as customers from subscription s
    where s.product_id = ${productId}::uuid and s.cancelled_on is null and starts_with(s.scope, ${viewer.scope})`
  const today = await todayOf(tx, viewer.scope)
  const components = await componentsOf(tx, productId)
  return {
    ...product,
    customers: used?.customers ?? 0,
    today,
    components: components.map((one) => ({ ...one, isPart: isPartOn(one, today) })),
  }
}
export type ProductRecord = Awaited<ReturnType<typeof getProduct>>

/** Everything a suite ever held, what it holds first. */
export const componentsOf = (tx: Tx, suiteId: string): Promise<ComponentRow[]> => tx.$queryRaw<ComponentRow[]>`
  select c.id, c.product_id as "productId", p.name, p.kind::text as kind, c.added_on::text as "addedOn",
    c.removed_on::text as "removedOn", to_char(c.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
  from suite_component c join product p on p.id = c.product_id where c.suite_id = ${suiteId}::uuid
  order by c.removed_on desc nulls first, p.name, c.id`

/** Products of the catalogue that could become a component of a suite: those that are none themselves. */
export const componentOptions = (tx: Tx, viewer: Viewer): Promise<{ id: string; name: string; code: string }[]> =>
  tx.$queryRaw`
    select p.id, p.name, p.code from product p
    where p.scope = ${catalogueOf(viewer.scope)} and p.kind <> 'suite' and ${productInView(viewer)} order by p.name, p.id`

/** The row of `product` as a command needs it, locked for this transaction. Refuses with notFound. */
export async function lockProduct(tx: Tx, scope: string, productId: string) {
  await tx.$queryRaw`select 1 from product where id = ${productId}::uuid and scope = ${scope} for update`
  const product = await tx.product.findFirst({ where: { id: productId, scope } })
  if (!product) throw new DomainError('notFound')
  return product
}
