import type { Tx } from '@/server/db/client'
import type { Day } from '@/server/lib/period'
import type { By } from './by'
import type { LicenceMail, LicenceState, TransactionType } from './state'

type LoggedChange = Partial<LicenceState> | Readonly<Record<string, readonly string[]>>

/** What happened to one subscription, for everything that keeps or tells it. */
export type Deed = {
  type: TransactionType
  mail: LicenceMail | null
  subscriptionId: string
  customer: { scope: string; name: string; managerName: string; today: Day }
  /** Null for a new one. */
  before: LicenceState | null
  after: LicenceState
  /** What differs, as the log keeps it: settings, or the products that came and left. */
  changes: { before?: LoggedChange; after: LoggedChange }
  /** Those of a new subscription, for its mail. */
  licences?: readonly { productName: string; activationCode: string | null }[]
}

/** How its product and plan are called, before and after. */
export type DeedNames = { productName: string; planName: string; productBefore: string; planBefore: string }

/**
 * Writes a customer transaction and a line of the administration log for each, one statement each. Transactions carry the
 * database's day (`app_now()`), the same instant as the version that they explain. Gives how things are called, by subscription.
 */
export async function recordDeeds(tx: Tx, by: By, deeds: readonly Deed[]): Promise<Map<string, DeedNames>> {
  const rows = deeds.map(({ type, subscriptionId, customer, before, after, changes }) => ({
    type,
    id: subscriptionId,
    scope: customer.scope,
    customer: customer.name,
    manager: customer.managerName,
    plan_id: after.planId,
    plan_before: before?.planId,
    version: after.version,
    units_before: before?.units ?? 0,
    units_after: type === 'discontinued' ? 0 : after.units,
    charge_before: before?.chargeFromOn,
    charge_after: after.chargeFromOn,
    starts_before: before?.startsOn,
    starts_after: after.startsOn,
    ends_before: before?.endsOn,
    ends_after: after.endsOn,
    log_before: changes.before,
    log_after: changes.after,
  }))
  const json = JSON.stringify(rows)
  const names = await tx.$queryRaw<(DeedNames & { id: string })[]>`
    with kept as (insert into customer_transaction (scope, at, type, customer_name, managed_by, vendor, product_id, product_name, plan_id, plan_name,
      version, subscription_id, unit, units_before, units_after, charge_from_before, charge_from_after, starts_before, starts_after,
      ends_before, ends_after, made_by, account_id, source, reference)
    select d.scope, app_now(), d.type, d.customer, d.manager, r.vendor, r.id, r.name, p.id, p.name, d.version, d.id, r.unit,
      d.units_before, d.units_after, d.charge_before, d.charge_after, d.starts_before, d.starts_after, d.ends_before, d.ends_after,
      ${by.name}, ${by.accountId}::uuid, ${by.source}::transaction_source, ${by.reference ?? ''}
    from jsonb_to_recordset(${json}::jsonb) as d (type transaction_type, id uuid, scope text, customer text, manager text,
      plan_id uuid, version product_version, units_before integer, units_after integer, charge_before date, charge_after date,
      starts_before date, starts_after date, ends_before date, ends_after date)
    join service_plan p on p.id = d.plan_id
    join product r on r.id = p.product_id
    returning subscription_id, plan_name, product_name)
    select k.subscription_id as id, k.plan_name as "planName", k.product_name as "productName",
      coalesce(p.name, '') as "planBefore", coalesce(r.name, '') as "productBefore"
    from kept k
    join jsonb_to_recordset(${json}::jsonb) as d (id uuid, plan_before uuid) on d.id = k.subscription_id
    left join service_plan p on p.id = d.plan_before
    left join product r on r.id = p.product_id`
  await tx.$executeRaw`
    insert into log_entry (scope, account_id, account_name, company_name, action, target_type, target_id, target_name, before, after)
    select d.scope, ${by.accountId}::uuid, ${by.name}, ${by.companyName}, ${by.action}, 'licence', d.id::text, p.name, d.log_before,
      d.log_after
    from jsonb_to_recordset(${json}::jsonb) as d (id uuid, scope text, plan_id uuid, log_before jsonb, log_after jsonb)
    join service_plan p on p.id = d.plan_id`
  return new Map(names.map(({ id, ...rest }) => [id, rest]))
}
