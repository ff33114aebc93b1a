import { Prisma } from '@/prisma/generated/client'
import type { Actor, Target } from '@/server/access/decide'
import { mayAtAll } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import type { ProductUnit } from '@/server/features/products/rules'
import type { Day } from '@/server/lib/period'
import { type Decision, yes } from '@/server/lib/result'
import { type LoadedLicence, loadLicences } from './load'
import { modify, renew } from './rules'
import { isChangeable, isOpen } from './state'
import { graceUntil, type LicenceStatus, type Severity, severityOf, statusOf, usageSeverity } from './status'
import { cancel, remove, resume, suspend } from './switch-rules'

const { sql } = Prisma

export const LICENCE_OPERATIONS = [
  'modify',
  'renew',
  'changePlan',
  'convert',
  'suspend',
  'resume',
  'cancel',
  'remove',
] as const
export type LicenceOperation = (typeof LICENCE_OPERATIONS)[number]

/** May each operation be done now? The reason stands on the disabled button. */
export type Operations = Record<LicenceOperation, Decision>

/** A licence of one product, inside of a subscription. */
export type LicenceRow = {
  id: string
  productId: string
  productName: string
  unit: ProductUnit
  activationCode: string | null
  usedUnits: number | null
  usedAsOf: string | null
  removedOn: Day | null
}

const plain = (decision: Decision<unknown>): Decision => (decision.ok ? yes(true) : decision)

export function operationsOf(licence: LoadedLicence, today: Day): Operations {
  const modified = modify(licence, {}, today)
  const open = isChangeable(licence, today)
  const trial = isOpen(licence)
  return {
    modify: modified.ok || modified.code === 'nothingChanges' ? yes(true) : modified,
    renew: plain(renew(licence, {}, today)),
    changePlan: open.ok && licence.nfr ? { ok: false, code: 'nfrFixed', params: {} } : open,
    convert: trial.ok && licence.version !== 'trial' ? { ok: false, code: 'licenceNotTrial', params: {} } : trial,
    suspend: plain(suspend(licence, {}, today)),
    resume: plain(resume(licence, today)),
    cancel: plain(cancel(licence, today)),
    remove: plain(remove(licence, today)),
  }
}

const worse = (a: Severity | null, b: Severity | null): Severity | null =>
  a === 'action' || b === 'action' ? 'action' : (a ?? b)

/** A subscription as the customer's page shows it. `operations`: null for those who only look. */
export type SubscriptionRow = ReturnType<typeof asRow>

function asRow(licence: LoadedLicence, licences: readonly LicenceRow[], mayChange: boolean) {
  const { today, scope: _, managingScope: __, pooledUnits: ___, manager: ____, enabled, ...rest } = licence
  const status: LicenceStatus = statusOf(licence, today)
  const usage = usageSeverity(licence.usedUnits ?? 0, licence.units, status)
  return {
    ...rest,
    today,
    isCustomerEnabled: enabled,
    status,
    usageSeverity: usage,
    severity: worse(severityOf(status), usage),
    graceUntilOn: graceUntil(licence),
    licences,
    operations: mayChange ? operationsOf(licence, today) : null,
  }
}

/** Everything a customer has and had, what runs out first before what is over. Days are those of its managing company. */
export async function licencesOfCustomer(tx: Tx, actor: Actor, target: Target): Promise<SubscriptionRow[]> {
  await widen(tx, actor)
  const held = await loadLicences(tx, sql`s.scope = ${target.scope}`)
  const licences = await tx.$queryRaw<(LicenceRow & { subscriptionId: string })[]>`
    select l.id, l.subscription_id as "subscriptionId", l.product_id as "productId", r.name as "productName", r.unit::text as unit,
      l.activation_code as "activationCode", l.used_units as "usedUnits",
      to_char(l.used_as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "usedAsOf", l.removed_on::text as "removedOn"
    from licence l join product r on r.id = l.product_id where l.scope = ${target.scope} order by r.name, l.id`
  const bySubscription = Map.groupBy(licences, ({ subscriptionId }) => subscriptionId)
  const mayChange = mayAtAll(actor, 'licence.modify').ok
  return held
    .sort((a, b) => Number(a.cancelledOn !== null) - Number(b.cancelledOn !== null) || a.endsOn.localeCompare(b.endsOn))
    .map((one) =>
      asRow(
        one,
        (bySubscription.get(one.subscriptionId) ?? []).map(({ subscriptionId: _, ...licence }) => licence),
        mayChange,
      ),
    )
}
