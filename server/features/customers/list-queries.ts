import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { cutPage, writeMark } from '@/server/db/keyset'
import { PREPARED } from '@/server/db/prepared'
import { all, iso } from '@/server/db/sql-pieces'
import {
  asked,
  type Conditions,
  conditionsOf,
  found,
  inPaths,
  inReach,
  reachOf,
  spanOf,
  UNASKED,
  type Viewer,
} from './list-filter'
import { beyond, inOrder, ORDERS } from './list-order'
import type { CustomerCount, CustomerPage } from './list-schema'

const { sql } = Prisma

/** A customer as the list shows it. Instants are ISO strings, days YYYY-MM-DD. */
export type CustomerRow = {
  id: string
  name: string
  status: 'enabled' | 'disabled'
  portal: 'lmp' | 'clp'
  contactName: string
  contactEmail: string
  contactPhone: string
  products: string[]
  threatAction: number
  threatWarning: number
  licenceAction: number
  licenceWarning: number
  lastTransactionAt: string | null
  partnerId: string
  partnerName: string
  country: string
  city: string
  managed: boolean
  unitsProvisioned: number
  unitsUsed: number
  nextExpiryOn: string | null
  createdAt: string
  tags: string[]
}

const COLUMNS = sql`c.id, c.name, c.status::text as status, c.portal::text as portal, c.contact_name as "contactName",
  c.contact_email as "contactEmail", c.contact_phone as "contactPhone", c.product_names as products,
  c.threat_action as "threatAction", c.threat_warning as "threatWarning", c.licence_action as "licenceAction",
  c.licence_warning as "licenceWarning", ${iso(sql`c.last_transaction_at`)} as "lastTransactionAt",
  split_part(c.parent_scope, '.', -2) as "partnerId",
  (select p.name from company p where p.scope = c.parent_scope) as "partnerName", c.country, c.city, c.managed,
  c.units_provisioned as "unitsProvisioned", c.units_used as "unitsUsed", c.next_expiry_on::text as "nextExpiryOn",
  ${iso(sql`c.created_at`)} as "createdAt", c.tags`

type Found = CustomerRow & { mark: string | null }

export type CustomerRows = { rows: CustomerRow[]; after: string | null; before: string | null }

/**
 * One page of the customers below a company, with the marks of the pages around it. What it costs does not depend on how many
 * customers there are, nor on how deep the page lies. Refuses with invalidInput (a mark of another order).
 */
export async function listCustomers(tx: Tx, viewer: Viewer, input: CustomerPage): Promise<CustomerRows> {
  const { sort, limit, filter } = input
  const reach = reachOf(viewer.scope, filter.partnerId)
  const descending = input.descending !== (input.before !== undefined)
  const mark = input.before ?? input.after
  const { span, rest } = spanOf(conditionsOf(filter, reach, viewer.timeZone), sort)
  const rows = await findCustomers(tx, rest, {
    range: all([inReach(reach), span, mark !== undefined && beyond(sort, mark, descending)]),
    by: ORDERS[sort].by,
    descending,
    columns: sql`${COLUMNS}, ${ORDERS[sort].text} as mark`,
    limit: limit + 1,
  })
  const { rows: page, ...marks } = cutPage(rows, input, ({ mark, id }) => writeMark({ value: mark, id }))
  return { rows: page.map(({ mark: _, ...row }) => row), ...marks }
}

/** The rows of a list from somewhere on: their range (on `c`), what they are ordered by, what is read of each and how many. */
type Wanted = { range: Prisma.Sql; by: Prisma.Sql; descending: boolean; columns: Prisma.Sql; limit: number }

/**
 * Without a filter the index of the order gives the rows. With one, the order is walked first: what many match fills a page
 * soon. What few match is looked up by its own index and sorted instead. Neither way reads the whole list.
 */
async function findCustomers(tx: Tx, conditions: Conditions, wanted: Wanted): Promise<Found[]> {
  const { by, descending, range, columns, limit } = wanted
  const order = inOrder(by, descending)
  if (asked(conditions).length === 0) {
    return tx.$queryRaw<Found[]>`${PREPARED}
      select ${columns} from company c where ${range} order by ${order} limit ${limit}`
  }
  let walked = await walk(tx, conditions, wanted, FIRST_STEPS)
  if (!walked.isComplete && walked.rows.length * (WALK_STEPS / FIRST_STEPS) > limit / 2) {
    walked = await walk(tx, conditions, wanted, WALK_STEPS)
  }
  if (walked.isComplete) return walked.rows
  return tx.$queryRaw<Found[]>`
    select ${columns} from (
      select c.* from company c where ${range} and ${all(found(conditions, walked.isNameRarest))} offset 0) c
    order by ${order} limit ${limit}`
}

/** A walk is given up when it meets no full page among these many rows: what matches is then rarer than 1 in 60. */
const WALK_STEPS = 3000
/** What these show nearly none of is not walked for any further: it would cost five times as much, for nothing. */
const FIRST_STEPS = 600

/** Asks the first rows of the order until a page is full, and learns which is rarer among them: the name, or all the rest. */
async function walk(
  tx: Tx,
  conditions: Conditions,
  { by, descending, range, columns, limit }: Wanted,
  stepsMax: number,
) {
  const order = inOrder(by, descending)
  // Outside, the order has to be a column: the planner does not see that an expression is in order already.
  const sameOrder = inOrder(sql`c.place`, descending)
  const count = (parts: Conditions) =>
    sql`count(*) filter (where ${all(asked(parts))}) over (order by ${order} rows unbounded preceding)`
  const { name } = conditions
  const rest = { ...conditions, name: null }
  const isNameRarest =
    name && asked(rest).length > 0 ? sql`${count({ ...UNASKED, name })} <= ${count(rest)}` : sql`true`
  const steps = await tx.$queryRaw<(Found & { hit: boolean; last: boolean; rarest: boolean })[]>`${PREPARED}
    select ${columns}, ${all(asked(conditions))} as hit, c.step = ${stepsMax} as last, c.rarest from (
      select c.*, ${by} as place, row_number() over (order by ${order}) as step, ${isNameRarest} as rarest
      from company c where ${range} order by ${order} limit ${stepsMax}) c
    where (${all(asked(conditions))}) or c.step = ${stepsMax} order by ${sameOrder} limit ${limit}`
  const rows = steps.filter(({ hit }) => hit).map(({ hit: _hit, last: _last, rarest: _rarest, ...row }) => row)
  const end = steps.find(({ last }) => last)
  return { rows, isComplete: rows.length === limit || !end, isNameRarest: end?.rarest ?? true }
}

/** How many customers match. Exact, and asked for apart from the rows. */
export async function countCustomers(tx: Tx, { scope, timeZone }: Viewer, { filter }: CustomerCount): Promise<number> {
  const reach = reachOf(scope, filter.partnerId)
  const conditions = found(conditionsOf(filter, reach, timeZone))
  const range = conditions.length === 0 ? inPaths(reach) : inReach(reach)
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from company c where ${all([range, ...conditions])}`
  return row?.count ?? 0
}
