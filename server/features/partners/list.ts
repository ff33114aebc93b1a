import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { DomainError } from '@/server/lib/errors'
import type { PartnerKind, PartnerSort, PartnerStatus } from './options'
import type { PartnerFilter, PartnerPage } from './schema'

const { sql } = Prisma

/** A partner as the list shows it. Instants are ISO strings. Licences by attention: how many of its customers have such. */
export type PartnerRow = {
  id: string
  name: string
  kind: PartnerKind
  status: PartnerStatus
  contactName: string
  contactEmail: string
  country: string
  customers: number
  unitsProvisioned: number
  licenceAction: number
  licenceWarning: number
  updatedAt: string
  createdAt: string
}

const iso = (column: Prisma.Sql) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
const ORDER: Record<PartnerSort, Prisma.Sql> = { name: sql`p.name`, created: sql`p.created_at` }
const MARK: Record<PartnerSort, Prisma.Sql> = { name: sql`p.name`, created: iso(sql`p.created_at`) }

/** Partners hang directly below a parent and have no portal: only customers do. */
function conditions(scope: string, filter: PartnerFilter): Prisma.Sql {
  const customers = (condition: Prisma.Sql) =>
    sql`exists (select from company c where c.parent_scope = p.scope and c.portal is not null and ${condition})`
  const attention = (filter.attention ?? []).map((kind) =>
    customers(kind === 'licenceAction' ? sql`c.licence_action > 0` : sql`c.licence_warning > 0`),
  )
  const parts = [
    sql`p.parent_scope = ${scope} and p.portal is null`,
    filter.q && sql`p.search_text like (select search_pattern(${filter.q}))`,
    filter.status?.length && sql`p.status::text = any (${filter.status}::text[])`,
    filter.kind?.length && sql`p.kind::text = any (${filter.kind}::text[])`,
    filter.productId && customers(sql`c.product_ids @> array[${filter.productId}::uuid]`),
    attention.length > 0 && sql`(${Prisma.join(attention, ' or ')})`,
  ].filter((part): part is Prisma.Sql => typeof part === 'object')
  return Prisma.join(parts, ' and ')
}

type Mark = [value: string, id: string]
const writeMark = (mark: Mark): string => Buffer.from(JSON.stringify(mark)).toString('base64url')

/** A mark that a page gave. Refuses with invalidInput what none can have given. */
function readMark(sort: PartnerSort, text: string): Mark {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, id] = parsed
      const isValue = typeof value === 'string' && (sort === 'name' || !Number.isNaN(Date.parse(value)))
      if (isValue && !value.includes('\0') && typeof id === 'string' && /^[0-9a-z]{1,16}$/.test(id)) return [value, id]
    }
  } catch {
    // not JSON: as good as any other wrong mark
  }
  throw new DomainError('invalidInput')
}

function beyond(sort: PartnerSort, [value, id]: Mark, descending: boolean): Prisma.Sql {
  const read = sort === 'name' ? sql`${value}::text` : sql`${value}::timestamptz`
  return descending ? sql`(${ORDER[sort]}, p.id) < (${read}, ${id})` : sql`(${ORDER[sort]}, p.id) > (${read}, ${id})`
}

/** One page of the partners of a parent, with the marks of the pages around it. Refuses with invalidInput. */
export async function listPartners(
  tx: Tx,
  scope: string,
  { filter, sort, descending, after, before, limit }: PartnerPage,
) {
  const isBackwards = before !== undefined
  const isDown = descending !== isBackwards
  const mark = before ?? after
  const way = isDown ? sql`desc` : sql`asc`
  const found = await tx.$queryRaw<(PartnerRow & { mark: string })[]>`
    select p.id, p.name, p.kind::text as kind, p.status::text as status, p.contact_name as "contactName",
      p.contact_email as "contactEmail", p.country, n.customers, n.units as "unitsProvisioned",
      n.red as "licenceAction", n.yellow as "licenceWarning", ${iso(sql`p.updated_at`)} as "updatedAt",
      ${iso(sql`p.created_at`)} as "createdAt", p.mark
    from (
      select p.*, ${MARK[sort]} as mark from company p
      where ${conditions(scope, filter)} ${mark === undefined ? Prisma.empty : sql`and ${beyond(sort, readMark(sort, mark), isDown)}`}
      order by ${ORDER[sort]} ${way}, p.id ${way} limit ${limit + 1}
    ) p cross join lateral (
      select count(*)::int as customers, coalesce(sum(c.units_provisioned), 0)::int as units,
        count(*) filter (where c.licence_action > 0)::int as red, count(*) filter (where c.licence_warning > 0)::int as yellow
      from company c where c.parent_scope = p.scope and c.portal is not null
    ) n order by ${ORDER[sort]} ${way}, p.id ${way}`
  const hasMore = found.length > limit
  const page = found.slice(0, limit)
  if (isBackwards) page.reverse()
  const [first] = page
  const last = page.at(-1)
  return {
    rows: page.map(({ mark: _, ...row }): PartnerRow => row),
    after: last && (isBackwards || hasMore) ? writeMark([last.mark, last.id]) : null,
    before: first && (isBackwards ? hasMore : mark !== undefined) ? writeMark([first.mark, first.id]) : null,
  }
}

/** How many partners match. */
export async function countPartners(tx: Tx, scope: string, { filter }: { filter: PartnerFilter }): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from company p where ${conditions(scope, filter)}`
  return row?.count ?? 0
}
