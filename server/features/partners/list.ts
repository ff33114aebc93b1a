import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { byInstant, byText, COMPANY_IDS, type Order, pageSql } from '@/server/db/keyset'
import { all, any, iso } from '@/server/db/sql-pieces'
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

const ORDERS: Record<PartnerSort, Order> = { name: byText(sql`p.name`), created: byInstant(sql`p.created_at`) }

/** Partners hang directly below a parent and have no portal: only customers do. */
function conditions(scope: string, filter: PartnerFilter): Prisma.Sql {
  const customers = (condition: Prisma.Sql) =>
    sql`exists (select from company c where c.parent_scope = p.scope and c.portal is not null and ${condition})`
  const attention = (filter.attention ?? []).map((kind) =>
    customers(kind === 'licenceAction' ? sql`c.licence_action > 0` : sql`c.licence_warning > 0`),
  )
  return all([
    sql`p.parent_scope = ${scope} and p.portal is null`,
    filter.q && sql`p.search_text like (select search_pattern(${filter.q}))`,
    filter.status?.length && sql`p.status::text = any (${filter.status}::text[])`,
    filter.kind?.length && sql`p.kind::text = any (${filter.kind}::text[])`,
    filter.productId && customers(sql`c.product_ids @> array[${filter.productId}::uuid]`),
    attention.length > 0 && any(attention),
  ])
}

/** One page of the partners of a parent, with the marks of the pages around it. Refuses with invalidInput. */
export async function listPartners(tx: Tx, scope: string, input: PartnerPage) {
  const page = pageSql(ORDERS[input.sort], sql`p.id`, COMPANY_IDS, input)
  const found = await tx.$queryRaw<(PartnerRow & { mark: string })[]>`
    select p.id, p.name, p.kind::text as kind, p.status::text as status, p.contact_name as "contactName",
      p.contact_email as "contactEmail", p.country, n.customers, n.units as "unitsProvisioned",
      n.red as "licenceAction", n.yellow as "licenceWarning", ${iso(sql`p.updated_at`)} as "updatedAt",
      ${iso(sql`p.created_at`)} as "createdAt", p.mark
    from (
      select p.*, ${page.mark} from company p
      where ${conditions(scope, input.filter)} and ${page.condition} order by ${page.order} ${page.limit}
    ) p cross join lateral (
      select count(*)::int as customers, coalesce(sum(c.units_provisioned), 0)::int as units,
        count(*) filter (where c.licence_action > 0)::int as red, count(*) filter (where c.licence_warning > 0)::int as yellow
      from company c where c.parent_scope = p.scope and c.portal is not null
    ) n order by ${page.order}`
  return page.cut(found)
}

/** How many partners match. */
export async function countPartners(tx: Tx, scope: string, { filter }: { filter: PartnerFilter }): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from company p where ${conditions(scope, filter)}`
  return row?.count ?? 0
}
