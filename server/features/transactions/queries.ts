import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { cutPage } from '@/server/db/keyset'
import { iso } from '@/server/db/sql-pieces'
import type { TransactionType } from '@/server/features/licences/state'
import type { ProductUnit, Version } from '@/server/features/products/rules'
import type { Day } from '@/server/lib/period'
import { type TransactionViewer, transactionConditions } from './filter'
import type { TransactionFilter, TransactionOptions, TransactionPage } from './schema'

const { sql } = Prisma

/** A transaction as the list shows it, with the names as they were. Instants are ISO strings, days YYYY-MM-DD. */
export type TransactionRow = {
  id: string
  at: string
  type: TransactionType
  vendor: string
  managedBy: string
  customerName: string
  /** Null once the customer is gone. */
  customerId: string | null
  productName: string
  planName: string
  version: Version
  unitsBefore: number
  unitsAfter: number
  unit: ProductUnit
  chargeFromBefore: Day | null
  chargeFromAfter: Day | null
  startsBefore: Day | null
  startsAfter: Day | null
  endsBefore: Day | null
  endsAfter: Day | null
  madeBy: string
  source: 'console' | 'api' | 'job'
  reference: string
}

const COLUMNS = sql`t.id, ${iso(sql`t.at`)} as at, t.type::text as type, t.vendor,
  t.managed_by as "managedBy", t.customer_name as "customerName",
  (select c.id from company c where c.scope = t.scope) as "customerId", t.product_name as "productName", t.plan_name as "planName",
  t.version::text as version, t.units_before as "unitsBefore", t.units_after as "unitsAfter", t.unit::text as unit,
  t.charge_from_before::text as "chargeFromBefore", t.charge_from_after::text as "chargeFromAfter",
  t.starts_before::text as "startsBefore", t.starts_after::text as "startsAfter", t.ends_before::text as "endsBefore",
  t.ends_after::text as "endsAfter", t.made_by as "madeBy", t.source::text as source, t.reference`

const placeOf = (id: string): Prisma.Sql =>
  sql`(select m.at from customer_transaction m where m.id = ${id}::uuid), ${id}::uuid`

/** Newest first; a page costs the same however deep it lies. */
export async function listTransactions(
  tx: Tx,
  viewer: TransactionViewer,
  { filter, after, before, limit }: TransactionPage,
) {
  const isBackwards = before !== undefined
  const beyond = before
    ? sql`and (t.at, t.id) > (${placeOf(before)})`
    : after
      ? sql`and (t.at, t.id) < (${placeOf(after)})`
      : Prisma.empty
  const found = await tx.$queryRaw<TransactionRow[]>`
    select ${COLUMNS} from customer_transaction t where ${transactionConditions(viewer, filter)} ${beyond}
    order by ${isBackwards ? sql`t.at, t.id` : sql`t.at desc, t.id desc`} limit ${limit + 1}`
  return cutPage(found, { after, before, limit }, ({ id }) => id)
}

/** How many match; asked for apart from the rows. */
export async function countTransactions(
  tx: Tx,
  viewer: TransactionViewer,
  { filter }: { filter: TransactionFilter },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from customer_transaction t where ${transactionConditions(viewer, filter)}`
  return row?.count ?? 0
}

export type TransactionOption = { id: string; name: string }
const OPTIONS_MAX = 20

/** What a field of the search pane offers: twenty of a search, or the one that is named. */
export async function transactionOptionsOf(
  tx: Tx,
  { scope }: TransactionViewer,
  { of, q, id }: TransactionOptions,
): Promise<TransactionOption[]> {
  const end = `${scope}~`
  const named = (column: Prisma.Sql, name: Prisma.Sql) =>
    id === undefined
      ? q === ''
        ? sql`true`
        : sql`fold(${name}) like (select search_pattern(${q}))`
      : sql`${column}::text = ${id}`
  const from = {
    product: sql`select x.id::text as id, x.name from product x where ${named(sql`x.id`, sql`x.name`)}`,
    plan: sql`select x.id::text as id, x.name from service_plan x where ${named(sql`x.id`, sql`x.name`)}
      and ((x.scope >= ${scope} and x.scope < ${end})
        or exists (select from plan_grant g where g.plan_id = x.id and g.scope = ${scope}))`,
    partner: sql`select x.id, x.name from company x where ${named(sql`x.id`, sql`x.name`)}
      and x.scope >= ${scope} and x.scope < ${end} and x.kind <> 'customer'`,
    customer: sql`select x.id, x.name from company x where ${named(sql`x.id`, sql`x.name`)}
      and x.scope > ${scope} and x.scope < ${end} and x.portal is not null`,
  }[of]
  return tx.$queryRaw<TransactionOption[]>`${from} order by x.name, x.id limit ${OPTIONS_MAX}`
}
