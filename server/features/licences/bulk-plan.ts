import { Prisma } from '@/prisma/generated/client'
import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { selectionCondition } from '@/server/features/customers/selection-sql'
import { addMissing, closeDraft, openDraft } from '@/server/features/operations/drafts'
import { addItems } from '@/server/features/operations/items'
import { DomainError } from '@/server/lib/errors'
import type { Decision } from '@/server/lib/result'
import { bulkEffect, type LicenceBulk, type PlannedRow } from './bulk-rules'
import { BULK_MAX, type LicenceSelection } from './bulk-schema'
import { type LicencePlan, Tally } from './bulk-totals'
import { type LoadedLicence, loadLicences } from './load'
import { Pools } from './pools'
import { applied, type Effect, pooledUnits } from './state'

const { sql } = Prisma
const PAGE = 5000

/** The licences that a selection stands for, as a condition on `s` and `c`. */
function conditionOf(actor: Actor, target: Target, selection: LicenceSelection): Prisma.Sql {
  const { scope } = target
  if (selection.kind === 'licences')
    return sql`s.scope >= ${scope} and s.scope < ${`${scope}~`} and s.id = any (${[...selection.ids]}::uuid[])`
  const { customers, productIds, planIds } = selection
  const ofProducts = productIds ? sql`and s.product_id = any (${[...productIds]}::uuid[])` : Prisma.empty
  const ofPlans = planIds ? sql`and s.plan_id = any (${[...planIds]}::uuid[])` : Prisma.empty
  return sql`s.cancelled_on is null ${ofProducts} ${ofPlans}
    and ${selectionCondition({ scope, timeZone: actor.timeZone }, customers)}`
}

/** The effect on one licence, the pools included: what is granted counts for the next. */
export function claimed(held: LoadedLicence, decision: Decision<Effect>, pools: Pools): Decision<Effect> {
  if (!decision.ok) return decision
  const claim = pools.claim(held, { before: held, after: applied(held, decision.value) })
  return claim.ok ? decision : claim
}

/** An effect as a row of the preview. */
export const plannedChange = (held: LoadedLicence, effect: Effect, sendMail: boolean): PlannedRow => ({
  kind: 'change',
  customerId: held.customerId,
  subscriptionId: held.subscriptionId,
  revision: held.revision,
  productName: held.product.name,
  planName: held.planName,
  before: effect.before,
  after: effect.after,
  period: effect.period,
  mail: sendMail && effect.mail !== null && held.isReachable,
})

/** The pools of some licences. */
export const poolsFor = (tx: Tx, held: readonly LoadedLicence[], lock: boolean): Promise<Pools> =>
  Pools.load(
    tx,
    held.map(({ managingScope }) => managingScope),
    held.map(({ productId }) => productId),
    { lock },
  )

/**
 * Works out what a change would do to each licence of a selection and keeps it as a draft operation, for thirty minutes.
 * Nothing is changed yet. Refuses with nothingSelected, selectionTooLarge (max).
 */
export async function planLicences(
  tx: Tx,
  { actor, target }: { actor: Actor; target: Target },
  change: LicenceBulk,
  { selection, sendMail }: { selection: LicenceSelection; sendMail: boolean },
): Promise<LicencePlan> {
  await widen(tx, actor)
  const { kind, ...input } = change
  const draft = await openDraft(tx, actor, { kind, targetScope: target.scope, input: { ...input, sendMail } })
  const held = await loadLicences(tx, conditionOf(actor, target, selection), { limit: BULK_MAX + 1 })
  if (held.length > BULK_MAX) throw new DomainError('selectionTooLarge', { max: BULK_MAX })
  const pools = await poolsFor(tx, held, false)
  const tally = new Tally()
  for (let from = 0; from < held.length; from += PAGE) {
    const items = held
      .slice(from, from + PAGE)
      .map((one) => itemOf(one, claimed(one, bulkEffect(change, one, one.today), pools), sendMail, tally))
    await addItems(tx, draft, items)
  }
  const found = held.map(({ subscriptionId }) => subscriptionId)
  if (selection.kind === 'licences') tally.refuse('notFound', await addMissing(tx, draft, selection.ids, found))
  await closeDraft(tx, draft, { total: tally.total, refused: tally.total - tally.willChange })
  return tally.plan(tx, actor, draft.id)
}

function itemOf(held: LoadedLicence, decision: Decision<Effect>, sendMail: boolean, tally: Tally) {
  const { subscriptionId, customerId, customerName, productId, planId, planName, product, unit } = held
  const item = { ref: subscriptionId, together: customerId, name: customerName }
  if (!decision.ok) {
    tally.refuse(decision.code)
    const names = { customerId, subscriptionId, planName, productName: product.name }
    return { ...item, state: 'refused' as const, code: decision.code, params: { ...names, ...decision.params } }
  }
  const row = plannedChange(held, decision.value, sendMail)
  const after = applied(held, decision.value)
  tally.add({
    tell: row.mail ? `${decision.value.mail} ${customerId}` : null,
    product: { productId, productName: product.name, unit },
    before: { productId, planId, units: held.pooledUnits },
    after: { productId: after.productId, planId: after.planId, units: pooledUnits(after, held.today) },
  })
  return { ...item, params: row }
}
