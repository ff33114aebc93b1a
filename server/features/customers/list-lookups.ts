import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { all, contains } from '@/server/db/sql-pieces'
import { inReach, isSearchable, reachOf, type Viewer } from './list-filter'
import { listCustomers } from './list-queries'
import type { CustomerSearch, HoldingSearch, PartnerSearch } from './list-schema'

const { sql } = Prisma

/** A customer as the palette names it. */
export type CustomerHit = {
  id: string
  name: string
  partnerName: string
  city: string
  country: string
  status: 'enabled' | 'disabled'
}

/** Customers for as-you-type search, by name: those that begin with the term, then those that hold it. */
export async function searchCustomers(tx: Tx, viewer: Viewer, { q, limit }: CustomerSearch): Promise<CustomerHit[]> {
  if (q === '') return []
  const hits = await tx.$queryRaw<CustomerHit[]>`
    select c.id, c.name, (select p.name from company p where p.scope = c.parent_scope) as "partnerName", c.city, c.country,
      c.status::text as status
    from company c
    where ${inReach(reachOf(viewer.scope))}
      and c.name >= (select fold(${q})) and c.name < (select fold(${q}) || U&'\\FFFF')
    order by c.name, c.id limit ${limit}`
  if (hits.length === limit || !isSearchable(q)) return hits
  const page = { sort: 'name', descending: false, filter: { q }, limit: limit + hits.length } as const
  const { rows } = await listCustomers(tx, viewer, page)
  const known = new Set(hits.map(({ id }) => id))
  const others = rows.filter(({ id }) => !known.has(id))
  return [
    ...hits,
    ...others.map(({ id, name, partnerName, city, country, status }) => ({
      id,
      name,
      partnerName,
      city,
      country,
      status,
    })),
  ].slice(0, limit)
}

export type PartnerOption = { id: string; name: string }

/** Companies that manage customers below me, for the search pane: mine first, then partners by name (20 of a search), and the one asked for. */
export async function listPartnerOptions(tx: Tx, actor: Actor, { q, id }: PartnerSearch): Promise<PartnerOption[]> {
  const own = { id: actor.companyId, name: actor.companyName }
  if (actor.kind !== 'distributor' && actor.kind !== 'isp') return [own]
  const conditions = [
    sql`p.parent_scope = ${actor.scope} and p.kind in ('msp', 'reseller')`,
    ...(q === '' ? [] : [contains(sql`p.name`, q)]),
  ]
  const partners = await tx.$queryRaw<PartnerOption[]>`
    (select p.id, p.name from company p where ${all(conditions)} order by p.name, p.id limit 20)
    union select p.id, p.name from company p where p.scope = ${`${actor.scope}${id ?? ''}.`} and p.kind in ('msp', 'reseller')`
  const collator = new Intl.Collator(actor.locale)
  return [own, ...partners.sort((a, b) => collator.compare(a.name, b.name))]
}

/** Tags in use below me, the most used first: what the search pane offers (of 20,000 tagged customers at most). */
export async function listTags(tx: Tx, { scope }: Viewer): Promise<string[]> {
  const rows = await tx.$queryRaw<{ tag: string }[]>`
    select tag from (select c.tags from company c where ${inReach(reachOf(scope))} and c.tags <> '{}' limit 20000) c,
      unnest(c.tags) as tag
    group by tag order by count(*) desc, tag limit 200`
  return rows.map(({ tag }) => tag)
}

/** A product or plan to filter customers by. `owner`: whose plan it is, where it is not one's own. */
export type HoldingOption = { id: string; name: string; owner: string | null }

const OPTIONS_MAX = 20

/** Products of the channel, for the search pane: 20 of a search, by name, and the one asked for. */
export const listProductOptions = (tx: Tx, { q, id }: HoldingSearch): Promise<HoldingOption[]> => tx.$queryRaw`
  select p.id, p.name, null as owner from product p
  where ${q === '' ? sql`true` : contains(sql`p.name`, q)} or p.id = ${id ?? null}::uuid
  order by p.id = ${id ?? null}::uuid desc nulls last, p.name, p.id limit ${OPTIONS_MAX}`

/** Plans in sight with customers on them, for the search pane: one's own before others'. */
export const listPlanOptions = (tx: Tx, { scope }: Viewer, { q, id }: HoldingSearch): Promise<HoldingOption[]> =>
  tx.$queryRaw`
    select p.id, p.name, case when p.scope = ${scope} then null else c.name end as owner
    from service_plan p left join company c on c.scope = p.scope
    where (${q === '' ? sql`p.customers > 0` : contains(sql`p.name`, q)}) or p.id = ${id ?? null}::uuid
    order by p.id = ${id ?? null}::uuid desc nulls last, p.scope <> ${scope}, p.name, p.id limit ${OPTIONS_MAX}`
