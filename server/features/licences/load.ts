import { Prisma } from '@/prisma/generated/client'
import type { CompanyStatus } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { holdMsps, MANAGES_REMOTELY } from '@/server/features/companies/remote'
import { todaysOf } from '@/server/features/companies/today'
import type { ProductKind, ProductUnit, Version } from '@/server/features/products/rules'
import type { Day } from '@/server/lib/period'
import type { Licence } from './state'

const { sql } = Prisma

/** A subscription with all that its rules, its writes and its rows on a screen need. `today`: at its managing company. */
export type LoadedLicence = Licence & {
  subscriptionId: string
  /** The customer's path. */
  scope: string
  customerId: string
  customerName: string
  managingScope: string
  planName: string
  vendor: string
  unit: ProductUnit
  revision: number
  /** The most that one of its licences reports; null when none has reported yet. */
  usedUnits: number | null
  /** Units that it takes from the pool of its managing company, as the database counts them. */
  pooledUnits: number
  /** Is there somebody at the customer whom a mail about it reaches? */
  isReachable: boolean
  today: Day
}

type Row = {
  subscriptionId: string
  scope: string
  planId: string
  productId: string
  version: Version
  nfr: boolean
  units: number
  anchorDay: number
  startsOn: Day
  endsOn: Day
  chargeFromOn: Day
  initialMonths: number
  autoRenew: boolean
  renewMonths: number
  noticeDays: number
  graceDays: number
  managed: boolean
  awaitingSignIn: boolean
  suspendedEndsOn: Day | null
  cancelledOn: Day | null
  pooledUnits: number
  revision: number
  usedUnits: number | null
  customerId: string
  customerName: string
  managingScope: string
  isReachable: boolean
  planName: string
  vendor: string
  unit: ProductUnit
  enabled: boolean
  planLocked: boolean
  productName: string
  productKind: ProductKind
  family: string
  manageable: boolean
  endOfSaleOn: Day | null
  endOfLifeOn: Day | null
  managerName: string
  managerKind: CompanyKind
  managerStatus: CompanyStatus
  managesRemotely: boolean
}

// A customer does not see its managing company's row; that it could sign in says that neither is cancelled.
const COLUMNS = sql`s.id as "subscriptionId", s.scope, s.plan_id as "planId", s.product_id as "productId", s.version::text as version,
  s.nfr, s.units, s.anchor_day as "anchorDay", s.starts_on::text as "startsOn", s.ends_on::text as "endsOn",
  s.charge_from_on::text as "chargeFromOn", s.initial_months as "initialMonths", s.auto_renew as "autoRenew",
  s.renew_months as "renewMonths", s.notice_days as "noticeDays", s.grace_days as "graceDays", s.managed,
  s.awaiting_sign_in as "awaitingSignIn", s.suspended_ends_on::text as "suspendedEndsOn", s.cancelled_on::text as "cancelledOn",
  s.pooled_units as "pooledUnits", s.revision,
  (select max(l.used_units) from licence l where l.scope = s.scope and l.subscription_id = s.id) as "usedUnits",
  c.id as "customerId", c.name as "customerName", c.parent_scope as "managingScope",
  exists (select from account a where a.id = c.contact_id and a.enabled) as "isReachable", p.name as "planName", r.vendor,
  r.unit::text as unit, c.status = 'enabled' and coalesce(m.status <> 'cancelled', true) as enabled,
  p.locked_at is not null as "planLocked", r.name as "productName", r.kind::text as "productKind", r.family, r.manageable,
  r.end_of_sale_on::text as "endOfSaleOn", r.end_of_life_on::text as "endOfLifeOn", coalesce(m.name, '') as "managerName",
  coalesce(m.kind::text, 'msp') as "managerKind", coalesce(m.status::text, 'active') as "managerStatus",
  coalesce(${MANAGES_REMOTELY}, false) as "managesRemotely"`

/** How licences are locked; `withManager`: also what their MSPs may do, for whatever may make a customer managed remotely. */
export type LicenceLock = true | 'withManager'

/** The lock for a change of terms. */
export const lockFor = ({ managed }: { managed?: boolean | undefined }): LicenceLock =>
  managed === true ? 'withManager' : true

/**
 * Subscriptions that meet a condition on `s` (subscription) and `c` (its customer), in the order of their ids, from after
 * `afterId` on. `lock` keeps them and their customers as they are until the transaction ends. Whoever moves or disables a customer, decides about a partner or
 * changes licences locks in one order, so that no two wait for each other: managing companies, customers (each by their paths),
 * subscriptions, pools, plans.
 */
export async function loadLicences(
  tx: Tx,
  condition: Prisma.Sql,
  { afterId, limit, lock = false }: { afterId?: string; limit?: number; lock?: LicenceLock | false } = {},
): Promise<LoadedLicence[]> {
  const ofThese = sql`select s.scope from subscription s join company c on c.scope = s.scope where ${condition}`
  if (lock === 'withManager')
    await holdMsps(tx, sql`m.scope in (select parent_scope from company where scope in (${ofThese}))`)
  if (lock) {
    await tx.$executeRaw`
      select from company where scope in (${ofThese}) order by scope for update`
  }
  const rows = await tx.$queryRaw<Row[]>`
    select ${COLUMNS}
    from subscription s
    join company c on c.scope = s.scope
    left join company m on m.scope = c.parent_scope
    join service_plan p on p.id = s.plan_id
    join product r on r.id = s.product_id
    where ${condition} ${afterId === undefined ? Prisma.empty : sql`and s.id > ${afterId}::uuid`}
    order by s.id ${limit === undefined ? Prisma.empty : sql`limit ${limit}`} ${lock ? sql`for update of s` : Prisma.empty}`
  const todays = await todaysOf(
    tx,
    rows.map(({ managingScope }) => managingScope),
  )
  return rows.map((row) => asLicence(row, todays))
}

function asLicence(row: Row, todays: ReadonlyMap<string, Day>): LoadedLicence {
  const {
    productName,
    productKind,
    family,
    manageable,
    endOfSaleOn,
    endOfLifeOn,
    managerName,
    managerKind,
    managerStatus,
    managesRemotely,
    ...rest
  } = row
  const today = todays.get(row.managingScope)
  if (today === undefined) throw new Error(`no day for ${row.managingScope}`)
  return {
    ...rest,
    today,
    product: { name: productName, kind: productKind, family, manageable, endOfSaleOn, endOfLifeOn },
    manager: { name: managerName, kind: managerKind, status: managerStatus, managesRemotely },
  }
}
