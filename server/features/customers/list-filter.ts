import { Prisma } from '@/prisma/generated/client'
import { all, any, during, type Perhaps, present } from '@/server/db/sql-pieces'
import { LICENCE_STATUSES } from '@/server/features/licences/status'
import { ATTENTION_KINDS, type AttentionKind, type CustomerSort, type LicenceCondition } from './list-options'
import { EXPIRY } from './list-order'
import type { CustomerFilter } from './list-schema'

const { sql } = Prisma

/** On whose customers a list looks: those of a channel, or of one managing company. */
export type Reach = { channelId: string; managedBy: string | null }

/** From whose place a list is asked for, and in which time zone days are meant. */
export type Viewer = { scope: string; timeZone: string }

/**
 * The reach of a company's path, narrowed to one of its partners. A partner's reach is itself whatever is asked, and another's
 * name gives nothing: `managedBy` is then a path below its own.
 */
export function reachOf(scope: string, partnerId?: string): Reach {
  const [channelId = ''] = scope.split('.')
  const isChannel = scope === `${channelId}.`
  if (partnerId === undefined || scope.endsWith(`${partnerId}.`)) {
    return { channelId, managedBy: isChannel && partnerId === undefined ? null : scope }
  }
  return { channelId, managedBy: `${scope}${partnerId}.` }
}

/** The reach as a condition on `c`: one equality, so that the planner has one family of indexes to choose from. Only customers have a portal. */
export const inReach = ({ channelId, managedBy }: Reach): Prisma.Sql =>
  managedBy === null
    ? sql`c.portal is not null and c.channel_id = ${channelId}`
    : sql`c.portal is not null and c.parent_scope = ${managedBy}`

/** The same by paths, for counting: that index need not look at a single company. */
export function inPaths(reach: Reach): Prisma.Sql {
  const { channelId, managedBy } = reach
  const top = `${channelId}.`
  if (managedBy === top) return inReach(reach) // the channel's own customers lie beside its partners'
  return sql`c.portal is not null and c.scope > ${managedBy ?? top} and c.scope < ${`${managedBy ?? top}~`}`
}

/** Whether a term can be looked for inside names: three letters or digits in a row. A shorter one is a beginning. */
export const isSearchable = (term: string): boolean => /[\p{L}\p{N}\p{M}]{3}/u.test(term.normalize('NFKC'))

// U+FFFF sorts behind every letter, and the folded form before all its variants: accents and case are forgiven by the order.
const beginsWith = (column: Prisma.Sql, start: string): Prisma.Sql =>
  sql`${column} >= (select fold(${start})) and ${column} < (select fold(${start}) || U&'\\FFFF')`

const ATTENTION: Record<AttentionKind, Prisma.Sql> = {
  threatAction: sql`c.threat_action > 0`,
  threatWarning: sql`c.threat_warning > 0`,
  licenceAction: sql`c.licence_action > 0`,
  licenceWarning: sql`c.licence_warning > 0`,
}
const RED_RANK_MIN = 10_000
const RED: readonly AttentionKind[] = ['threatAction', 'licenceAction']

const holds = (kinds: readonly AttentionKind[], all: readonly AttentionKind[]) =>
  all.every((kind) => kinds.includes(kind))

/** Needing something: a rank that all of these have, which indexes know, and what it leaves open. */
function attentionOf(kinds: readonly AttentionKind[] = []): { need: Prisma.Sql | null; rest: Prisma.Sql | null } {
  if (kinds.length === 0) return { need: null, rest: null }
  const onlyRed = kinds.every((kind) => RED.includes(kind))
  const isWhole = holds(kinds, onlyRed ? RED : ATTENTION_KINDS)
  return {
    need: onlyRed
      ? sql`c.attention_rank >= 1 and c.attention_rank >= ${RED_RANK_MIN}::int`
      : sql`c.attention_rank >= 1`,
    rest: isWhole ? null : any(kinds.map((kind) => ATTENTION[kind])),
  }
}

/** The bit of a condition in `licence_bits`: the statuses in their order, then used beyond what is provisioned, in two degrees. */
export const bitsOf = (condition: LicenceCondition): number =>
  condition === 'exceeded' ? 0b11 << LICENCE_STATUSES.length : 1 << LICENCE_STATUSES.indexOf(condition)
const ALL_BITS = 4 << LICENCE_STATUSES.length

const maskOf = (conditions: readonly LicenceCondition[]): number =>
  conditions.reduce((bits, condition) => bits | bitsOf(condition), 0)

/** Every set of bits that holds one of these conditions: the index of the column answers equality, not bits. */
function setsWith(conditions: readonly LicenceCondition[]): number[] {
  const mask = maskOf(conditions)
  return Array.from({ length: ALL_BITS }, (_, bits) => bits).filter((bits) => (bits & mask) !== 0)
}

/** A condition in two forms: asked of each row, or found through its own index (exact, whatever it costs). */
type Findable = { ask: Prisma.Sql; find: Prisma.Sql }

const hasLicences = (conditions: readonly LicenceCondition[] | undefined): Findable | null =>
  conditions?.length
    ? {
        ask: sql`c.licence_bits & ${maskOf(conditions)}::int <> 0`,
        find: sql`c.licence_bits > 0 and c.licence_bits = any (${setsWith(conditions)}::int[])`,
      }
    : null

/**
 * A filter in conditions on `c`. `listed`: tags, products and plans, at once. What `others` hold, the indexes of their columns find
 * by themselves. `spans`: what an index of an order holds as a span of its own: there a list looks, in that order, and nowhere else.
 */
export type Conditions = {
  name: Findable | null
  listed: Findable | null
  licences: Findable | null
  spans: Readonly<Record<Span, Prisma.Sql | null>>
  others: readonly Prisma.Sql[]
}
type Span = 'need' | 'expiry' | 'created'
const NO_SPANS = { need: null, expiry: null, created: null }

/** Conditions of nothing, to be filled. */
export const UNASKED: Conditions = { name: null, listed: null, licences: null, spans: NO_SPANS, others: [] }

/** Which span an order has; the names of those that need something have an index too. */
const SPAN_OF: Partial<Record<CustomerSort, Span>> = {
  name: 'need',
  attention: 'need',
  nextExpiry: 'expiry',
  created: 'created',
}

/** The span in which a list of this order looks, and what is left to ask. */
export function spanOf(conditions: Conditions, sort: CustomerSort): { span: Prisma.Sql | null; rest: Conditions } {
  const key = SPAN_OF[sort]
  if (!key) return { span: null, rest: conditions }
  return { span: conditions.spans[key], rest: { ...conditions, spans: { ...conditions.spans, [key]: null } } }
}

export function conditionsOf(filter: CustomerFilter, { managedBy }: Reach, timeZone: string): Conditions {
  const { q, city, country, attention, licences, status, portal } = filter
  const listed = listedOf(filter, managedBy)
  const isInside = q !== undefined && isSearchable(q)
  const manager = sql`nullif(${managedBy ?? ''}, '')`
  const { need, rest } = attentionOf(attention)
  const others: Perhaps[] = [
    q && !isInside && beginsWith(sql`c.name`, q),
    status?.length === 1 && (status[0] === 'disabled' ? sql`c.status = 'disabled'` : sql`c.status = 'enabled'`),
    portal?.length === 1 && (portal[0] === 'clp' ? sql`c.portal = 'clp'` : sql`c.portal = 'lmp'`),
    filter.display === 'managed' && sql`(c.portal = 'clp' or c.managed)`,
    filter.managed !== undefined && (filter.managed ? sql`c.managed` : sql`not c.managed`),
    rest,
    country?.length && sql`c.country = any (${country}::text[])`,
    city && beginsWith(sql`c.city`, city),
  ]
  const created = present(during(sql`c.created_at`, { from: filter.createdFrom, to: filter.createdTo }, timeZone))
  const expires = filter.expiresFrom !== undefined || filter.expiresTo !== undefined
  return {
    name: isInside
      ? {
          ask: sql`c.search_text like search_pattern(${q})`,
          find: sql`c.ctid = any (array(select customers_like(${q}, ${manager})))`,
        }
      : null,
    listed,
    licences: listed ? null : hasLicences(licences),
    spans: {
      need,
      expiry: expires
        ? sql`${EXPIRY} between ${filter.expiresFrom ?? '-infinity'}::date and ${filter.expiresTo ?? '9999-12-31'}::date`
        : null,
      created: created.length > 0 ? all(created) : null,
    },
    others: present(others),
  }
}

/** Lists of a customer that a filter asks for, found at once; with them the licences' conditions, which may be the rarer part. */
function listedOf({ tags, productIds, planIds, licences }: CustomerFilter, managedBy: string | null): Findable | null {
  const wanted = (values: string[] | undefined) => (values?.length ? values : null)
  const [anyTags, anyProducts, anyPlans] = [wanted(tags), wanted(productIds), wanted(planIds)]
  const asks = present([
    anyTags && sql`c.tags && ${anyTags}::text[]`,
    anyProducts && sql`c.product_ids && ${anyProducts}::uuid[]`,
    anyPlans && sql`c.plan_ids && ${anyPlans}::uuid[]`,
  ])
  if (asks.length === 0) return null
  const bits = hasLicences(licences)
  const lists = sql`${anyTags}::text[], ${anyProducts}::uuid[], ${anyPlans}::uuid[], ${licences?.length ? setsWith(licences) : null}::int[]`
  return {
    ask: all(bits ? [...asks, bits.ask] : asks),
    find: sql`c.ctid = any (array(select customers_listed(${lists}, nullif(${managedBy ?? ''}, ''))))`,
  }
}

/** What is asked for besides names and lists. */
const plain = ({ spans, others }: Conditions): Prisma.Sql[] => present([...Object.values(spans), ...others])

/** Every condition, asked of each row. */
export const asked = (conditions: Conditions): Prisma.Sql[] => {
  const { name, listed, licences } = conditions
  return present([name?.ask, listed?.ask, licences?.ask, ...plain(conditions)])
}

/** The same, the rows found through one index: the name's where the filter has one and nothing rarer, else the lists' or the columns'. */
export function found(conditions: Conditions, isNameRarest = true): Prisma.Sql[] {
  const { name, listed, licences } = conditions
  const isAlone = asked(conditions).length === 1
  if (name && (isNameRarest || isAlone)) return present([name.find, listed?.ask, licences?.ask, ...plain(conditions)])
  return present([name?.ask, listed?.find, licences?.find, ...plain(conditions)])
}
