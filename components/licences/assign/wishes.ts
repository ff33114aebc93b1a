import { wholeNumber } from '@/components/forms/whole-number'
import type { PlanChoice } from '@/server/features/customers/plan-choice'
import { type Assignment, assign, type Customer, NFR_UNITS } from '@/server/features/licences/plan-rules'
import { applied, pooledUnits } from '@/server/features/licences/state'
import { type Decision, no } from '@/server/lib/result'
import { poolAllows } from '../held'

/** A plan to assign, as it is typed. `startsOn` empty: today. */
export type WishDraft = { planId: string; units: string; startsOn: string; existing: 'change' | 'add' }

export type Plan = PlanChoice['plans'][number]

export const newWish = ({ id, nfr }: Plan): WishDraft => ({
  planId: id,
  units: nfr ? String(NFR_UNITS) : '',
  startsOn: '',
  existing: 'change',
})

/** The same as the procedures take it. */
export const wishOf = ({ planId, units, startsOn, existing }: WishDraft) => ({
  planId,
  units: wholeNumber(units),
  ...(startsOn ? { startsOn } : {}),
  ...(existing === 'add' ? { existing } : {}),
})

/**
 * What each wish would do to a customer, as the server will decide: one after the other, each finding what those before it took
 * from the pools. Codes: those of assign, notAllocated, allocationDisabled, poolExceeded.
 */
export function decideWishes(
  choice: PlanChoice,
  customer: Customer,
  drafts: readonly WishDraft[],
): Decision<Assignment>[] {
  const seen = new Set<string>()
  const taken = new Map<string, number>()
  return drafts.map((draft) => {
    const plan = choice.plans.find(({ id }) => id === draft.planId)
    if (!plan) return no('notFound')
    if (seen.has(plan.productId) && draft.existing !== 'add') {
      return no('productAlreadyAssigned', { product: plan.product.name })
    }
    seen.add(plan.productId)
    const decision = assign(plan, customer, wishOf(draft), choice.today)
    if (!decision.ok) return decision
    const { sold, units } = movement(customer, decision.value, choice.today)
    const key = `${sold.productId} ${sold.version}`
    const together = (taken.get(key) ?? 0) + units
    const allowed = poolAllows(choice, sold, together)
    if (!allowed.ok) return allowed
    taken.set(key, together)
    return decision
  })
}

/** Which pool an assignment takes from, and how much more. */
function movement({ subscriptions }: Customer, assignment: Assignment, today: string) {
  const held =
    assignment.kind === 'change'
      ? subscriptions.find(({ subscriptionId }) => subscriptionId === assignment.subscriptionId)
      : undefined
  const after = assignment.kind === 'issue' || !held ? null : applied(held, assignment.effect)
  const state = assignment.kind === 'issue' ? assignment.state : after
  if (!state || state.nfr) return { sold: { productId: '', version: 'full' as const }, units: 0 }
  const isSamePool = held?.productId === state.productId && held.version === state.version
  return { sold: state, units: pooledUnits(state, today) - (held && isSamePool ? pooledUnits(held, today) : 0) }
}
