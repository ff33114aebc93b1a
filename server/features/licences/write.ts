import type { Tx } from '@/server/db/client'
import type { ProductUnit } from '@/server/features/products/rules'
import { DomainError } from '@/server/lib/errors'
import { newUuid } from '@/server/lib/ids'
import type { Day, Term } from '@/server/lib/period'
import type { By } from './by'
import { stateColumns, WANTED } from './columns'
import type { LoadedLicence } from './load'
import { tell } from './mails'
import { applied, type Effect, type LicenceState } from './state'
import { type Deed, recordDeeds } from './trail'

/** What one operation does to one subscription that was loaded under lock. */
export type Done = { held: LoadedLicence; effect: Effect }

/** A subscription to come: of whom, in which state, and the term that begins. */
export type NewLicence = {
  customer: { scope: string; name: string; managerName: string; today: Day }
  state: LicenceState
  period: Term
}

export type Issued = {
  subscriptionId: string
  scope: string
  planId: string
  productId: string
  licences: { productId: string; productName: string; unit: ProductUnit; activationCode: string | null }[]
}

/**
 * Carries effects out: subscriptions, their terms, customer transactions, log and mails, one statement each, however many there
 * are. Versions, pools and the customers' figures follow by triggers. Each subscription at most once.
 * Refuses with changedMeanwhile, and with what the pools refuse.
 */
export async function writeEffects(tx: Tx, by: By, rows: readonly Done[]): Promise<void> {
  if (rows.length === 0) return
  const wanted = rows.map(({ held, effect }) => ({
    id: held.subscriptionId,
    revision: held.revision,
    ...stateColumns(applied(held, effect)),
  }))
  const count = await tx.$executeRaw`
    update subscription s set plan_id = p.id, plan_scope = p.scope, product_id = p.product_id, product_scope = p.product_scope,
      version = w.version, nfr = w.nfr, units = w.units, anchor_day = w.anchor_day, starts_on = w.starts_on, ends_on = w.ends_on,
      charge_from_on = w.charge_from_on, initial_months = w.initial_months, auto_renew = w.auto_renew, renew_months = w.renew_months,
      notice_days = w.notice_days, grace_days = w.grace_days, managed = w.managed, awaiting_sign_in = w.awaiting_sign_in,
      suspended_ends_on = w.suspended_ends_on, cancelled_on = w.cancelled_on
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w (revision integer, ${WANTED})
    join service_plan p on p.id = w.plan_id
    where s.id = w.id and s.revision = w.revision`
  if (count !== rows.length) throw new DomainError('changedMeanwhile')
  await moveProducts(tx, rows)
  await writePeriods(
    tx,
    rows.flatMap(({ held, effect: { period } }) =>
      period ? [{ scope: held.scope, subscriptionId: held.subscriptionId, ...period }] : [],
    ),
  )
  await trail(
    tx,
    by,
    rows.map(({ held, effect }) => ({
      type: effect.transaction,
      mail: effect.mail,
      subscriptionId: held.subscriptionId,
      customer: {
        scope: held.scope,
        name: held.customerName,
        managerName: held.manager.name,
        today: held.today,
      },
      before: held,
      after: applied(held, effect),
      changes: { before: effect.before, after: effect.after },
    })),
  )
}

/** A licence follows its subscription to another product of the family; its activation code stays. */
async function moveProducts(tx: Tx, rows: readonly Done[]): Promise<void> {
  const moved = rows.flatMap(({ held, effect: { after } }) =>
    after.productId === undefined ? [] : [{ id: held.subscriptionId, was: held.productId }],
  )
  if (moved.length === 0) return
  await tx.$executeRaw`
    update licence l set product_id = r.id, product_scope = r.scope,
      activation_code = case when r.needs_code and l.activation_code is null then activation_code() else l.activation_code end
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (id uuid, was uuid)
    join subscription s on s.id = m.id
    join product r on r.id = s.product_id
    where l.scope = s.scope and l.subscription_id = s.id and l.product_id = m.was`
}

/**
 * Issues new licences: a subscription each, with a licence of its product or of each present component of its suite, activation
 * codes where a product needs one, and everything that goes with it. Gives them in the order of `rows`.
 * Refuses with what the pools refuse, and with nfrTaken.
 */
export async function issue(tx: Tx, by: By, rows: readonly NewLicence[]): Promise<Issued[]> {
  if (rows.length === 0) return []
  const made = rows.map((row) => ({ ...row, id: newUuid() }))
  const wanted = made.map(({ id, customer, state }) => ({
    id,
    scope: customer.scope,
    today: customer.today,
    ...stateColumns(state),
  }))
  const json = JSON.stringify(wanted)
  const count = await tx.$executeRaw`
    insert into subscription (id, scope, plan_scope, plan_id, product_scope, product_id, version, nfr, units, anchor_day, starts_on,
      ends_on, charge_from_on, initial_months, auto_renew, renew_months, notice_days, grace_days, managed, awaiting_sign_in)
    select w.id, w.scope, p.scope, p.id, p.product_scope, p.product_id, w.version, w.nfr, w.units, w.anchor_day, w.starts_on,
      w.ends_on, w.charge_from_on, w.initial_months, w.auto_renew, w.renew_months, w.notice_days, w.grace_days, w.managed,
      w.awaiting_sign_in
    from jsonb_to_recordset(${json}::jsonb) as w (scope text, ${WANTED})
    join service_plan p on p.id = w.plan_id`
  if (count !== rows.length) throw new DomainError('changedMeanwhile')
  const licences = await addLicences(tx, json)
  await writePeriods(
    tx,
    made.map(({ id, customer, period }) => ({ scope: customer.scope, subscriptionId: id, ...period })),
  )
  await trail(
    tx,
    by,
    made.map(({ id, customer, state }) => ({
      type: 'newPurchase',
      mail: 'licenceAdded',
      subscriptionId: id,
      customer,
      before: null,
      after: state,
      changes: { after: state },
      licences: licences.get(id) ?? [],
    })),
  )
  return made.map(({ id, customer, state }) => ({
    subscriptionId: id,
    scope: customer.scope,
    planId: state.planId,
    productId: state.productId,
    licences: licences.get(id) ?? [],
  }))
}

type LicenceRow = Issued['licences'][number] & { subscriptionId: string }

async function addLicences(tx: Tx, json: string): Promise<Map<string, LicenceRow[]>> {
  const rows = await tx.$queryRaw<LicenceRow[]>`
    with added as (
      insert into licence (scope, subscription_id, product_scope, product_id, activation_code)
      select w.scope, w.id, r.scope, r.id, case when r.needs_code then activation_code() end
      from jsonb_to_recordset(${json}::jsonb) as w (scope text, id uuid, product_id uuid, today date)
      join product sold on sold.id = w.product_id
      left join suite_component k on sold.kind = 'suite' and k.suite_id = sold.id
        and k.added_on <= w.today and (k.removed_on is null or w.today < k.removed_on)
      join product r on r.id = case when sold.kind = 'suite' then k.product_id else sold.id end
      returning subscription_id, product_id, activation_code
    )
    select a.subscription_id as "subscriptionId", a.product_id as "productId", r.name as "productName", r.unit::text as unit,
      a.activation_code as "activationCode"
    from added a join product r on r.id = a.product_id order by r.name, a.product_id`
  return Map.groupBy(rows, ({ subscriptionId }) => subscriptionId)
}

type Period = Term & { scope: string; subscriptionId: string }

async function writePeriods(tx: Tx, periods: readonly Period[]): Promise<void> {
  if (periods.length === 0) return
  // A term taken back by a change of its end may be bought again.
  await tx.$executeRaw`
    insert into subscription_period (scope, subscription_id, starts_on, ends_on)
    select p.scope, p."subscriptionId", p."startsOn", p."endsOn"
    from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb)
      as p (scope text, "subscriptionId" uuid, "startsOn" date, "endsOn" date)
    on conflict do nothing`
}

async function trail(tx: Tx, by: By, deeds: readonly Deed[]): Promise<void> {
  const names = await recordDeeds(tx, by, deeds)
  if (by.mail !== false) await tell(tx, by, deeds, names)
}
