import { Prisma } from '@/prisma/generated/client'
import type { Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { byCount, byDay, byText, type Order, pageSql, UUIDS } from '@/server/db/keyset'
import { all, any, contains } from '@/server/db/sql-pieces'
import { todayOf } from '@/server/features/companies/today'
import type { Day } from '@/server/lib/period'
import type { ProductLifeState, ProductSort } from './options'
import type { ProductKind, ProductUnit, Version } from './rules'
import type { ProductCount, ProductFilter, ProductPage } from './schema'
import { planInView, productInView } from './visible'

const { sql } = Prisma

type Viewer = Pick<Target, 'scope' | 'kind'>

/** What an MSP may sell of a product in one version. */
export type AllocationFigures = {
  version: Version
  allocated: number
  provisioned: number
  refill: boolean
  disabled: boolean
}

/** A product as the list shows it. Days are YYYY-MM-DD. `plans`: how many the viewer sees. */
export type ProductRow = {
  id: string
  vendor: string
  code: string
  name: string
  kind: ProductKind
  unit: ProductUnit
  trialOffered: boolean
  fullOffered: boolean
  nfrOffered: boolean
  endOfSaleOn: Day | null
  endOfLifeOn: Day | null
  life: ProductLifeState
  plans: number
  /** The viewer's own, when it is an MSP. */
  allocations: AllocationFigures[]
}

const plansOf = (viewer: Viewer) =>
  sql`(select count(*)::int from service_plan s where s.product_id = p.id and ${planInView(viewer)})`

const ordersOf = (viewer: Viewer): Record<ProductSort, Order> => ({
  name: byText(sql`p.name`),
  vendor: byText(sql`p.vendor`),
  code: byText(sql`p.code`),
  endOfSale: byDay(sql`p.end_of_sale_on`),
  endOfLife: byDay(sql`p.end_of_life_on`),
  plans: byCount(plansOf(viewer)),
})

/** Where a product (`p`) stands on a day. */
const lifeOn = (today: Day) => sql`case when p.end_of_life_on <= ${today}::date then 'endOfLife'
  when p.end_of_sale_on <= ${today}::date then 'endOfSale' else 'onSale' end`

const conditionOf = (viewer: Viewer, { q, kind, life }: ProductFilter, today: Day): Prisma.Sql =>
  all([
    productInView(viewer),
    q && any([sql`p.name`, sql`p.vendor`, sql`p.code`].map((column) => contains(column, q))),
    kind !== undefined && kind.length > 0 && sql`p.kind::text = any (${kind}::text[])`,
    life !== undefined && life.length > 0 && sql`${lifeOn(today)} = any (${life}::text[])`,
  ])

/** One page of the products that a company sees. Refuses with invalidInput (a mark of another order). */
export async function listProducts(tx: Tx, viewer: Viewer, input: ProductPage) {
  const today = await todayOf(tx, viewer.scope)
  const page = pageSql(ordersOf(viewer)[input.sort], sql`p.id`, UUIDS, input)
  const rows = await tx.$queryRaw<(ProductRow & { mark: string })[]>`
    select p.id, p.vendor, p.code, p.name, p.kind::text as kind, p.unit::text as unit, p.trial_offered as "trialOffered",
      p.full_offered as "fullOffered", p.nfr_offered as "nfrOffered", p.end_of_sale_on::text as "endOfSaleOn",
      p.end_of_life_on::text as "endOfLifeOn", ${lifeOn(today)} as life, ${plansOf(viewer)} as plans,
      (select coalesce(jsonb_agg(jsonb_build_object('version', a.version, 'allocated', a.allocated, 'provisioned', a.provisioned,
        'refill', a.refill, 'disabled', a.disabled) order by a.version desc), '[]')
        from allocation a where a.scope = ${viewer.scope} and a.product_id = p.id) as allocations, ${page.mark}
    from product p where ${conditionOf(viewer, input.filter, today)} and ${page.condition} order by ${page.order} ${page.limit}`
  return page.cut(rows)
}

/** How many products match. */
export async function countProducts(tx: Tx, viewer: Viewer, { filter }: ProductCount): Promise<number> {
  const today = await todayOf(tx, viewer.scope)
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from product p where ${conditionOf(viewer, filter, today)}`
  return row?.count ?? 0
}
