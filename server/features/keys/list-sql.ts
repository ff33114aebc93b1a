import { Prisma } from '@/prisma/generated/client'
import { all, any, during, present } from '@/server/db/sql-pieces'
import { readKey } from './form'
import type { KeyStatus } from './rules'
import type { KeyFilter, KeySelection } from './schema'
import { lookupOf } from './vault'

const { sql } = Prisma

/** From whose place keys are looked at, and in which time zone days are meant. */
export type Viewer = { scope: string; timeZone: string }

/** Keys of a whole channel, or of one company: one equality, which an index answers. */
export function inReach({ scope }: Viewer): Prisma.Sql {
  const [channelId = ''] = scope.split('.')
  return scope === `${channelId}.` ? sql`k.channel_id = ${channelId}` : sql`k.scope = ${scope}`
}

/**
 * Whether a key is past its day, by the day of the company whose key it is. Only near the day itself does the time zone decide.
 */
const EXPIRED = sql`(case when k.expires_on is null then false
  when k.expires_on < (app_now() at time zone 'UTC')::date then true
  when k.expires_on > (app_now() at time zone 'UTC')::date + 1 then false
  else k.expires_on <= company_today(k.scope) end)`

/** The twin of keyStatusOf in rules.ts (a test compares the two). */
export const STATUS = sql`(case when k.cancelled_at is not null then 'cancelled'
  when k.redeemed >= k.redemptions then 'used'
  when ${EXPIRED} then 'expired'
  when k.redeemed > 0 then 'partlyUsed' else 'available' end)`

const hasStatus: Record<KeyStatus, Prisma.Sql> = {
  cancelled: sql`k.cancelled_at is not null`,
  used: sql`(k.cancelled_at is null and k.redeemed >= k.redemptions)`,
  expired: sql`(k.cancelled_at is null and k.redeemed < k.redemptions and ${EXPIRED})`,
  partlyUsed: sql`(k.cancelled_at is null and k.redeemed between 1 and k.redemptions - 1 and not ${EXPIRED})`,
  available: sql`(k.cancelled_at is null and k.redeemed = 0 and not ${EXPIRED})`,
}

/** A whole key is found by its hash; less than that by how it ends. */
function looksLike(q: string): Prisma.Sql {
  const body = readKey(q)
  if (body !== null) return sql`k.lookup = ${new Uint8Array(lookupOf(body))}`
  const typed = q.toUpperCase().replace(/[\s\p{Pd}•]/gu, '')
  const end = typed.replace(/[IL]/g, '1').replace(/O/g, '0').slice(-4)
  return end.length === 4 ? sql`k.last_four = ${end}` : sql`right(k.last_four, ${end.length}::int) = ${end}`
}

/** The filter as conditions on `k` (registration_key). */
export function conditionsOf(filter: KeyFilter, { timeZone }: Viewer): Prisma.Sql[] {
  const { q, planId, status, batch } = filter
  return present([
    q && looksLike(q),
    planId && sql`k.plan_id = ${planId}::uuid`,
    status?.length && any(status.map((one) => hasStatus[one])),
    batch && sql`starts_with(fold(k.batch), fold(${batch}))`,
    ...during(sql`k.created_at`, { from: filter.createdFrom, to: filter.createdTo }, timeZone),
    ...during(sql`k.last_used_at`, { from: filter.usedFrom, to: filter.usedTo }, timeZone),
  ])
}

/** The condition on `k` that a selection stands for: the keys that the list shows under the same filter. */
export function selectionCondition(viewer: Viewer, selection: KeySelection): Prisma.Sql {
  if (selection.kind === 'ids') return sql`${inReach(viewer)} and k.id = any (${[...selection.ids]}::uuid[])`
  const { filter, except } = selection
  const matching = [inReach(viewer), ...conditionsOf(filter, viewer)]
  return all(except.length === 0 ? matching : [...matching, sql`k.id <> all (${[...except]}::uuid[])`])
}
