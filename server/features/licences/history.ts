import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { todayOf } from '@/server/features/companies/today'
import type { ProductUnit, Version } from '@/server/features/products/rules'
import { DomainError } from '@/server/lib/errors'
import { addDays, type Day } from '@/server/lib/period'
import type { TransactionType } from './state'
import { type LicenceStatus, statusOf } from './status'

/** A state of a subscription, since when it was true, and who made it so by what. Instants are ISO strings. */
export type VersionRow = State & {
  validFrom: string
  validTo: string | null
  type: TransactionType | null
  madeBy: string | null
  source: 'console' | 'api' | 'job' | null
  reference: string | null
}

type State = {
  subscriptionId: string
  revision: number
  planName: string
  productName: string
  unit: ProductUnit
  version: Version
  nfr: boolean
  units: number
  startsOn: Day
  endsOn: Day
  chargeFromOn: Day
  autoRenew: boolean
  renewMonths: number
  noticeDays: number
  graceDays: number
  managed: boolean
  awaitingSignIn: boolean
  suspendedEndsOn: Day | null
  cancelledOn: Day | null
}

/** Every state of a subscription, the newest first. Refuses with notFound. */
export async function historyOf(
  tx: Tx,
  actor: Actor,
  target: Target,
  { subscriptionId }: { subscriptionId: string },
): Promise<VersionRow[]> {
  await widen(tx, actor)
  const rows = await tx.$queryRaw<VersionRow[]>`
    select v.subscription_id as "subscriptionId", v.revision, p.name as "planName", r.name as "productName", r.unit::text as unit,
      v.version::text as version, v.nfr, v.units, v.starts_on::text as "startsOn", v.ends_on::text as "endsOn",
      v.charge_from_on::text as "chargeFromOn", v.auto_renew as "autoRenew", v.renew_months as "renewMonths",
      v.notice_days as "noticeDays", v.grace_days as "graceDays", v.managed, v.awaiting_sign_in as "awaitingSignIn",
      v.suspended_ends_on::text as "suspendedEndsOn", v.cancelled_on::text as "cancelledOn",
      to_char(v.valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "validFrom",
      to_char(v.valid_to at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "validTo",
      t.type::text as type, t.made_by as "madeBy", t.source::text as source, t.reference
    from subscription_version v
    join service_plan p on p.id = v.plan_id
    join product r on r.id = v.product_id
    left join lateral (
      select t.type, t.made_by, t.source, t.reference from customer_transaction t
      where t.scope = v.scope and t.at = v.valid_from and t.subscription_id = v.subscription_id order by t.id limit 1) t on true
    where v.scope = ${target.scope} and v.subscription_id = ${subscriptionId}::uuid
    order by v.revision desc`
  if (rows.length === 0) throw new DomainError('notFound')
  return rows
}

/** What a customer had at the end of a day, as it was known then. */
export type AsOfRow = State & { status: LicenceStatus }

/**
 * The licences of a customer as they were at the end of a day (today: as they are now). Whether the customer was disabled then is
 * not kept: statuses are those of the licences themselves. Refuses with dayInFuture (field day).
 */
export async function licencesAsOf(tx: Tx, actor: Actor, target: Target, { day }: { day: Day }): Promise<AsOfRow[]> {
  await widen(tx, actor)
  const managing = target.scope.replace(/[^.]+\.$/, '')
  if (day > (await todayOf(tx, managing))) throw new DomainError('dayInFuture', {}, 'day')
  const rows = await tx.$queryRaw<State[]>`
    select v.subscription_id as "subscriptionId", v.revision, p.name as "planName", r.name as "productName", r.unit::text as unit,
      v.version::text as version, v.nfr, v.units, v.starts_on::text as "startsOn", v.ends_on::text as "endsOn",
      v.charge_from_on::text as "chargeFromOn", v.auto_renew as "autoRenew", v.renew_months as "renewMonths",
      v.notice_days as "noticeDays", v.grace_days as "graceDays", v.managed, v.awaiting_sign_in as "awaitingSignIn",
      v.suspended_ends_on::text as "suspendedEndsOn", v.cancelled_on::text as "cancelledOn"
    from subscription_version v
    join service_plan p on p.id = v.plan_id
    join product r on r.id = v.product_id
    cross join (select ${addDays(day, 1)}::date::timestamp at time zone company_time_zone(${managing}) as instant) at
    where v.scope = ${target.scope} and v.valid_from < at.instant and (v.valid_to is null or v.valid_to >= at.instant)
    order by v.ends_on, v.subscription_id`
  return rows.map((row) => ({ ...row, status: statusOf({ ...row, enabled: true }, day) }))
}
