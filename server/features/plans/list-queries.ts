import { Prisma } from '@/prisma/generated/client'
import type { Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { byCount, byInstant, byText, type Order, pageSql, UUIDS } from '@/server/db/keyset'
import { all, any, contains, iso } from '@/server/db/sql-pieces'
import { todayOf } from '@/server/features/companies/today'
import type { ProductKind, ProductUnit, Version } from '@/server/features/products/rules'
import type { Day } from '@/server/lib/period'
import type { PlanSort, PlanStateFilter } from './options'
import { type ActivationPolicy, type PlanState, planStates } from './rules'
import type { PlanCount, PlanFilter, PlanPage } from './schema'

const { sql } = Prisma

type Viewer = Pick<Target, 'scope' | 'kind'>

/** A plan as the list shows it, the most pressing of its states first. Instants are ISO strings, days YYYY-MM-DD. */
export type PlanRow = {
  id: string
  name: string
  isOwn: boolean
  ownerName: string
  productId: string
  product: string
  productKind: ProductKind
  unit: ProductUnit
  version: Version
  nfr: boolean
  enabled: boolean
  states: PlanState[]
  activationPolicy: ActivationPolicy
  managed: boolean
  initialMonths: number
  autoRenew: boolean
  renewMonths: number
  noticeDays: number
  graceDays: number
  customers: number
  createdAt: string
}

/** Plans (`s`) in a list: one's own and those one was given, those of the partners below, or all of them. */
export function plansOf({ scope }: Viewer, owner: PlanFilter['owner']): Prisma.Sql {
  if (owner === 'partners') return sql`(s.scope <> ${scope} and starts_with(s.scope, ${scope}))`
  const granted = sql`exists (select 1 from plan_grant g where g.plan_id = s.id and g.scope = ${scope})`
  return owner === 'all' ? sql`(starts_with(s.scope, ${scope}) or ${granted})` : sql`(s.scope = ${scope} or ${granted})`
}

/** Customers that have a plan: everybody's for its owner and those above, one's own for whom it was given to. */
export const customersOf = ({ scope }: Viewer): Prisma.Sql =>
  sql`case when starts_with(s.scope, ${scope}) then s.customers else (select count(*)::int from subscription b
    where b.plan_id = s.id and b.cancelled_on is null and starts_with(b.scope, ${scope})) end`

const ordersOf = (viewer: Viewer): Record<PlanSort, Order> => ({
  name: byText(sql`s.name`),
  product: byText(sql`p.name`),
  customers: byCount(sql`(${customersOf(viewer)})`),
  created: byInstant(sql`s.created_at`),
})

const STATES: Record<PlanStateFilter, (today: Day) => Prisma.Sql> = {
  locked: () => sql`s.locked_at is not null`,
  enabled: () => sql`s.enabled`,
  disabled: () => sql`not s.enabled`,
  endOfSale: (today) =>
    sql`(p.end_of_sale_on <= ${today}::date and (p.end_of_life_on is null or p.end_of_life_on > ${today}::date))`,
  endOfLife: (today) => sql`p.end_of_life_on <= ${today}::date`,
  nfr: () => sql`s.nfr`,
  trialForm: () => sql`s.trial_form`,
}

/** At its product's end of life a plan leaves the list, unless one looks for such plans. */
function conditionOf(viewer: Viewer, { q, state, version, productId, owner }: PlanFilter, today: Day): Prisma.Sql {
  return all([
    plansOf(viewer, owner),
    !state?.includes('endOfLife') && sql`(p.end_of_life_on is null or p.end_of_life_on > ${today}::date)`,
    q && contains(sql`s.name`, q),
    state !== undefined && state.length > 0 && any(state.map((one) => STATES[one](today))),
    version !== undefined && version.length > 0 && sql`s.version::text = any (${version}::text[])`,
    productId && sql`s.product_id = ${productId}::uuid`,
  ])
}

const FROM = sql`service_plan s join product p on p.id = s.product_id left join company o on o.scope = s.scope`

type Found = Omit<PlanRow, 'states'> & {
  locked: boolean
  trialForm: boolean
  endOfSaleOn: Day | null
  endOfLifeOn: Day | null
  mark: string
}

/** One page of plans. Refuses with invalidInput (a mark of another order). */
export async function listPlans(tx: Tx, viewer: Viewer, input: PlanPage) {
  const today = await todayOf(tx, viewer.scope)
  const page = pageSql(ordersOf(viewer)[input.sort], sql`s.id`, UUIDS, input)
  const rows = await tx.$queryRaw<Found[]>`
    select s.id, s.name, s.scope = ${viewer.scope} as "isOwn", coalesce(o.name, '') as "ownerName", s.product_id as "productId",
      p.name as product, p.kind::text as "productKind", p.unit::text as unit, s.version::text as version, s.nfr, s.enabled,
      s.locked_at is not null as locked, s.trial_form as "trialForm", s.activation_policy::text as "activationPolicy", s.managed,
      s.initial_months as "initialMonths", s.auto_renew as "autoRenew", s.renew_months as "renewMonths",
      s.notice_days as "noticeDays", s.grace_days as "graceDays", ${customersOf(viewer)} as customers,
      ${iso(sql`s.created_at`)} as "createdAt",
      p.end_of_sale_on::text as "endOfSaleOn", p.end_of_life_on::text as "endOfLifeOn", ${page.mark}
    from ${FROM} where ${conditionOf(viewer, input.filter, today)} and ${page.condition} order by ${page.order} ${page.limit}`
  const { rows: found, ...marks } = page.cut(rows)
  return { rows: found.map((row) => asRow(row, today)), ...marks }
}

function asRow({ locked, trialForm, endOfSaleOn, endOfLifeOn, ...row }: Omit<Found, 'mark'>, today: Day): PlanRow {
  const { enabled, nfr } = row
  return {
    ...row,
    states: planStates({ enabled, locked, nfr, trialForm, product: { endOfSaleOn, endOfLifeOn } }, today),
  }
}

/** How many plans match. */
export async function countPlans(tx: Tx, viewer: Viewer, { filter }: PlanCount): Promise<number> {
  const today = await todayOf(tx, viewer.scope)
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${FROM} where ${conditionOf(viewer, filter, today)}`
  return row?.count ?? 0
}

/** Products that the plans of a list are of: for its filter. */
export const planProducts = (tx: Tx, viewer: Viewer): Promise<{ id: string; name: string }[]> => tx.$queryRaw`
  select distinct p.id, p.name from service_plan s join product p on p.id = s.product_id
  where ${plansOf(viewer, 'all')} order by p.name, p.id`
