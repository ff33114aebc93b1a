import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { selectionCondition } from '@/server/features/customers/selection-sql'
import { addMissing, closeDraft, openDraft } from '@/server/features/operations/drafts'
import { addItems } from '@/server/features/operations/items'
import { DomainError } from '@/server/lib/errors'
import type { Decision } from '@/server/lib/result'
import { assignments, heldOf, productsOf } from './assign'
import type { PlannedRow } from './bulk-rules'
import { BULK_MAX, type BulkAssignment } from './bulk-schema'
import { type LicencePlan, Tally } from './bulk-totals'
import { type LoadedCustomer, loadCustomers } from './load-customers'
import { type LoadedPlan, loadPlans, type Plans } from './load-plans'
import type { Assignment } from './plan-rules'
import { Pools } from './pools'
import type { WishInput } from './schema'
import { applied, pooledUnits } from './state'

const PAGE = 5000

/** What names one wish of one customer in a plan. */
export const assignRef = (customerId: string, planId: string): string => `${customerId}:${planId}`

/** An assignment as a row of the preview. */
export function plannedAssignment(
  customer: LoadedCustomer,
  plan: LoadedPlan,
  assignment: Assignment,
  sendMail: boolean,
): PlannedRow {
  const names = { customerId: customer.id, productName: plan.product.name, planName: plan.name }
  if (assignment.kind === 'issue') {
    const { state, period } = assignment
    return {
      ...names,
      kind: 'issue',
      subscriptionId: null,
      revision: null,
      before: {},
      after: state,
      period,
      mail: sendMail && customer.isReachable,
    }
  }
  const { effect, subscriptionId } = assignment
  const { revision } = heldOf(customer, subscriptionId)
  const { before, after, period } = effect
  return {
    ...names,
    kind: 'change',
    subscriptionId,
    revision,
    before,
    after,
    period,
    mail: sendMail && effect.mail !== null && customer.isReachable,
  }
}

/**
 * Works out what assigning plans would do to each customer of a selection and keeps it as a draft operation, for thirty
 * minutes. Refuses with notFound (a plan that does not exist), nothingSelected, selectionTooLarge (max).
 */
export async function planAssignments(
  tx: Tx,
  { actor, target }: { actor: Actor; target: Target },
  { selection, wishes, sendMail }: BulkAssignment,
): Promise<LicencePlan> {
  await widen(tx, actor)
  const planIds = wishes.map(({ planId }) => planId)
  const productIds = await productsOf(tx, planIds)
  const draft = await openDraft(tx, actor, {
    kind: 'licenceAssign',
    targetScope: target.scope,
    input: { wishes: wishes.map((wish) => ({ ...wish })), sendMail },
  })
  const condition = selectionCondition({ scope: target.scope, timeZone: actor.timeZone }, selection)
  const customers = await loadCustomers(tx, condition, { productIds, limit: BULK_MAX + 1 })
  if (customers.length > BULK_MAX) throw new DomainError('selectionTooLarge', { max: BULK_MAX })
  const managing = customers.map(({ managingScope }) => managingScope)
  const plans = await loadPlans(tx, managing, planIds)
  const pools = await Pools.load(tx, managing, productIds, { lock: false })
  const tally = new Tally()
  for (let from = 0; from < customers.length; from += PAGE) {
    const page = customers.slice(from, from + PAGE)
    await addItems(
      tx,
      draft,
      page.flatMap((customer) => itemsOf(customer, wishes, plans, pools, sendMail, tally)),
    )
  }
  if (selection.kind === 'ids') {
    const found = customers.map(({ id }) => id)
    tally.refuse('notFound', await addMissing(tx, draft, selection.ids, found))
  }
  await closeDraft(tx, draft, { total: tally.total, refused: tally.total - tally.willChange })
  return tally.plan(tx, actor, draft.id)
}

function itemsOf(
  customer: LoadedCustomer,
  wishes: readonly WishInput[],
  plans: Plans,
  pools: Pools,
  sendMail: boolean,
  tally: Tally,
) {
  return assignments(customer, wishes, plans, pools).map(({ wish, plan, decision }) => {
    const item = { ref: assignRef(customer.id, wish.planId), together: customer.id, name: customer.name }
    if (!decision.ok || !plan) return { ...item, ...refused(customer, plan, decision, tally) }
    const row = plannedAssignment(customer, plan, decision.value, sendMail)
    tally.add({
      ...sidesOf(customer, decision.value),
      tell: row.mail ? `${row.kind} ${customer.id}` : null,
      product: namesOf(plan),
    })
    return { ...item, params: row }
  })
}

const namesOf = ({ productId, product, unit }: LoadedPlan) => ({ productId, productName: product.name, unit })

function refused(customer: LoadedCustomer, plan: LoadedPlan | undefined, decision: Decision<unknown>, tally: Tally) {
  const { code, params } = decision.ok ? { code: 'notFound' as const, params: {} } : decision
  tally.refuse(code)
  const names = { customerId: customer.id, planName: plan?.name ?? '', productName: plan?.product.name ?? '' }
  return { state: 'refused' as const, code, params: { ...names, ...params } }
}

function sidesOf(customer: LoadedCustomer, assignment: Assignment) {
  const held = assignment.kind === 'issue' ? null : heldOf(customer, assignment.subscriptionId)
  const after =
    assignment.kind === 'issue'
      ? assignment.state
      : applied(heldOf(customer, assignment.subscriptionId), assignment.effect)
  return {
    before: held && { productId: held.productId, planId: held.planId, units: held.pooledUnits },
    after: { productId: after.productId, planId: after.planId, units: pooledUnits(after, customer.today) },
  }
}
