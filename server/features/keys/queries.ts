import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { cutPage } from '@/server/db/keyset'
import { all, any, contains, iso } from '@/server/db/sql-pieces'
import { todayOf } from '@/server/features/companies/today'
import { mayIssue } from '@/server/features/plans/rules'
import type { ProductUnit, Version } from '@/server/features/products/rules'
import type { Decision } from '@/server/lib/result'
import { conditionsOf, inReach, STATUS, type Viewer } from './list-sql'
import type { KeyStatus } from './rules'
import type { KeyCount, KeyPage, PlanSearch } from './schema'

const { sql } = Prisma

/** A key as the list shows it; of the key itself only how it ends. Instants are ISO text, days YYYY-MM-DD. */
export type KeyRow = {
  id: string
  lastFour: string
  planId: string
  planName: string
  productName: string
  unit: ProductUnit
  units: number
  redemptions: number
  redeemed: number
  status: KeyStatus
  expiresOn: string | null
  batch: string
  companyId: string
  companyName: string
  createdAt: string
  createdBy: string
  usedAt: string | null
  usedBy: string | null
  cancelledAt: string | null
  cancelledBy: string | null
}

export type KeyRows = { rows: KeyRow[]; after: string | null; before: string | null }

const COLUMNS = sql`k.id, k.last_four as "lastFour", k.plan_id as "planId", p.name as "planName", d.name as "productName",
  d.unit::text as unit, k.units, k.redemptions, k.redeemed, ${STATUS} as status, k.expires_on::text as "expiresOn", k.batch,
  c.id as "companyId", c.name as "companyName", ${iso(sql`k.created_at`)} as "createdAt", k.created_by as "createdBy",
  ${iso(sql`k.last_used_at`)} as "usedAt", k.last_used_by as "usedBy",
  ${iso(sql`k.cancelled_at`)} as "cancelledAt", k.cancelled_by as "cancelledBy"`

/** One page of the keys of a company (tier 1: of its channel), in the order in which they were made, and where its neighbours begin. */
export async function listKeys(tx: Tx, viewer: Viewer, input: KeyPage): Promise<KeyRows> {
  const { filter, limit } = input
  const ascending = input.oldestFirst !== (input.before !== undefined)
  const mark = input.before ?? input.after
  const beyond = mark === undefined ? [] : [ascending ? sql`k.id > ${mark}::uuid` : sql`k.id < ${mark}::uuid`]
  const where = all([inReach(viewer), ...beyond, ...conditionsOf(filter, viewer)])
  const order = ascending ? sql`k.id` : sql`k.id desc`
  const found = await tx.$queryRaw<KeyRow[]>`
    select ${COLUMNS} from (select * from registration_key k where ${where} order by ${order} limit ${limit + 1}) k
    join service_plan p on p.id = k.plan_id join product d on d.id = p.product_id join company c on c.scope = k.scope
    order by ${order}`
  return cutPage(found, input, ({ id }) => id)
}

/** How many keys match. Nothing waits for it. */
export async function countKeys(tx: Tx, viewer: Viewer, { filter }: KeyCount): Promise<number> {
  const where = all([inReach(viewer), ...conditionsOf(filter, viewer)])
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from registration_key k where ${where}`
  return row?.count ?? 0
}

/** A plan that keys may be generated for. */
export type KeyPlan = { id: string; name: string; productName: string; unit: ProductUnit; version: Version }

type PlanRow = KeyPlan & {
  scope: string
  enabled: boolean
  locked: boolean
  nfr: boolean
  granted: boolean
  endOfSaleOn: string | null
  endOfLifeOn: string | null
}

const PLAN = sql`p.id, p.scope, p.name, d.name as "productName", d.unit::text as unit, p.version::text as version, p.enabled, p.nfr,
  p.locked_at is not null as locked, d.end_of_sale_on::text as "endOfSaleOn", d.end_of_life_on::text as "endOfLifeOn"`
const granted = (scope: string) => sql`(p.scope = ${scope}
  or exists (select from plan_grant g where g.scope = ${scope} and g.plan_id = p.id))`

/** A plan as the company at `scope` may use it; null when it sees none of that id. */
export async function planFor(tx: Tx, scope: string, planId: string): Promise<PlanRow | null> {
  const [row] = await tx.$queryRaw<PlanRow[]>`
    select ${PLAN}, ${granted(scope)} as granted
    from service_plan p join product d on d.id = p.product_id where p.id = ${planId}::uuid`
  return row ?? null
}

/** May licences, and so keys, be issued from it? Codes: those of mayIssue. */
export const mayIssueFrom = ({ enabled, locked, endOfSaleOn, endOfLifeOn }: PlanRow, today: string): Decision =>
  mayIssue({ enabled, locked, product: { endOfSaleOn, endOfLifeOn } }, today)

const PLANS_MAX = 20

/** Plans that keys can be generated for now, by name: one's own and those that were granted, from which licences may be issued. */
export async function listKeyPlans(tx: Tx, scope: string, { q, id }: PlanSearch): Promise<KeyPlan[]> {
  const today = await todayOf(tx, scope)
  const wanted = id ? sql`p.id = ${id}::uuid` : any([contains(sql`p.name`, q), contains(sql`d.name`, q)])
  const rows = await tx.$queryRaw<PlanRow[]>`
    select ${PLAN}, true as granted from service_plan p join product d on d.id = p.product_id
    where ${granted(scope)} and p.enabled and p.locked_at is null and not p.nfr and ${wanted}
      and coalesce(d.end_of_sale_on > ${today}::date, true) and coalesce(d.end_of_life_on > ${today}::date, true)
    order by p.name, p.id limit ${PLANS_MAX}`
  return rows.map(({ id, name, productName, unit, version }) => ({ id, name, productName, unit, version }))
}

/** Plans that have keys, by name: for the filter. */
export async function listPlansWithKeys(
  tx: Tx,
  viewer: Viewer,
  { q, id }: PlanSearch,
): Promise<{ id: string; name: string }[]> {
  const wanted = id ? sql`p.id = ${id}::uuid` : contains(sql`p.name`, q)
  return tx.$queryRaw`
    select p.id, p.name from service_plan p
    where ${wanted} and exists (select from registration_key k where k.plan_id = p.id and ${inReach(viewer)})
    order by p.name, p.id limit ${PLANS_MAX}`
}
