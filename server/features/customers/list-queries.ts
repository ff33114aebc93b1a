import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { all, filterConditions, inReach, type Reach, reachOf, type Viewer } from './list-filter'
import { beyond, ORDERS, orderBy, readMark, writeMark } from './list-order'
import type { CustomerCount, CustomerPage, CustomerSort } from './list-schema'

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

const iso = (column: Prisma.Sql) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const COLUMNS = sql`c.id, c.name, c.status::text as status, c.portal::text as portal, c.contact_name as "contactName",
  c.contact_email as "contactEmail", c.contact_phone as "contactPhone", c.product_names as products,
  c.threat_action as "threatAction", c.threat_warning as "threatWarning", c.licence_action as "licenceAction",
  c.licence_warning as "licenceWarning", ${iso(sql`c.last_transaction_at`)} as "lastTransactionAt",
  split_part(c.parent_scope, '.', -2) as "partnerId",
  (select p.name from company p where p.scope = c.parent_scope) as "partnerName", c.country, c.city, c.managed,
  c.units_provisioned as "unitsProvisioned", c.units_used as "unitsUsed", c.next_expiry_on::text as "nextExpiryOn",
  ${iso(sql`c.created_at`)} as "createdAt", c.tags`

type Found = CustomerRow & { mark: string | null }

/** Rows of a walk that is given up when it meets no full page among these many. */
const WALK_ROWS = 5000

export type CustomerRows = { rows: CustomerRow[]; after: string | null; before: string | null }

/**
 * One page of the customers below a company, with the marks of the pages around it. What it costs does not depend on how many
 * customers there are, nor on how deep the page lies. Refuses with invalidInput (a mark of another order).
 */
export async function listCustomers(tx: Tx, viewer: Viewer, input: CustomerPage): Promise<CustomerRows> {
  const { sort, limit } = input
  const isBackwards = input.before !== undefined
  const mark = input.before ?? input.after
  const wanted: Wanted = {
    reach: reachOf(viewer.scope, input.filter.partnerId),
    sort,
    descending: input.descending !== isBackwards,
    from: mark === undefined ? sql`true` : beyond(sort, readMark(sort, mark), input.descending !== isBackwards),
    limit: limit + 1,
  }
  const found = await findCustomers(tx, viewer, input.filter, wanted)
  const hasMore = found.length > limit
  const page = found.slice(0, limit)
  if (isBackwards) page.reverse()
  const [first] = page
  const last = page.at(-1)
  return {
    rows: page.map(({ mark: _, ...row }) => row),
    after: last && (isBackwards || hasMore) ? writeMark({ value: last.mark, id: last.id }) : null,
    before:
      first && (isBackwards ? hasMore : mark !== undefined) ? writeMark({ value: first.mark, id: first.id }) : null,
  }
}

type Wanted = { reach: Reach; sort: CustomerSort; descending: boolean; from: Prisma.Sql; limit: number }

/**
 * Without a filter the index of the order gives the rows. With one, the order is walked first: what many match fills a page
 * soon. What few match is looked up by its own index and sorted instead. Neither way reads the whole list.
 */
async function findCustomers(
  tx: Tx,
  { timeZone }: Viewer,
  filter: CustomerPage['filter'],
  wanted: Wanted,
): Promise<Found[]> {
  const asked = filterConditions(filter, wanted.reach, timeZone, 'ask')
  const order = orderBy(wanted.sort, wanted.descending)
  const columns = sql`${COLUMNS}, ${ORDERS[wanted.sort].text} as mark`
  const range = sql`${inReach(wanted.reach)} and ${wanted.from}`
  if (asked.length === 0) {
    return tx.$queryRaw<
      Found[]
    >`select ${columns} from company c where ${range} order by ${order} limit ${wanted.limit}`
  }
  const walked = await tx.$queryRaw<(Found & { hit: boolean; last: boolean })[]>`
    select ${columns}, ${all(asked)} as hit, c.step = ${WALK_ROWS} as last from (
      select c.*, row_number() over () as step from (
        select c.* from company c where ${range} order by ${order} limit ${WALK_ROWS}) c) c
    where (${all(asked)}) or c.step = ${WALK_ROWS} order by ${order} limit ${wanted.limit}`
  const isOver = walked.length < wanted.limit && !walked.some(({ last }) => last)
  const hits = walked.filter(({ hit }) => hit).map(({ hit: _hit, last: _last, ...row }) => row)
  if (isOver || hits.length === wanted.limit) return hits
  return tx.$queryRaw<Found[]>`
    select ${columns} from (
      select c.* from company c where ${range} and ${all(filterConditions(filter, wanted.reach, timeZone, 'places'))} offset 0) c
    order by ${order} limit ${wanted.limit}`
}

/** How many customers match. Exact, and asked for apart from the rows. */
export async function countCustomers(tx: Tx, { scope, timeZone }: Viewer, { filter }: CustomerCount): Promise<number> {
  const reach = reachOf(scope, filter.partnerId)
  const conditions = [inReach(reach), ...filterConditions(filter, reach, timeZone, 'places')]
  const [row] = await tx.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from company c where ${all(conditions)}`
  return row?.count ?? 0
}
