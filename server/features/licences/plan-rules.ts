import type { CompanyStatus } from '@/server/access/decide'
import { mayChangeBelow } from '@/server/features/companies/rules'
import { mayIssue, type Plan } from '@/server/features/plans/rules'
import { addMonths, anchorOf, type Day, latest, type Term, termOf } from '@/server/lib/period'
import { type Decision, no, yes } from '@/server/lib/result'
import { modify, renew } from './rules'
import {
  applied,
  changing,
  type Effect,
  isChangeable,
  isOpen,
  LICENCE_CHANGE,
  type Licence,
  type LicenceState,
  type Manager,
  START_MONTHS_MAX,
  unitsInRange,
} from './state'
import { statusOf } from './status'

/** Units of every not-for-resale licence. */
export const NFR_UNITS = 25

/** A customer as assigning sees it. `subscriptions`: those not cancelled. */
export type Customer = { status: CompanyStatus; manager: Manager; subscriptions: readonly Held[] }
type Held = Licence & { subscriptionId: string }

export type Wish = {
  units: number
  /** Today by default. */
  startsOn?: Day
  /** What to do if the customer has the product: change what it has, or (software only) add another. */
  existing?: 'change' | 'add'
}

/** Assigning either issues new licences or changes those of one subscription. */
export type Assignment =
  | { kind: 'issue'; state: LicenceState; period: Term }
  | { kind: 'change'; subscriptionId: string; effect: Effect }

/** The first state of a licence issued from a plan. */
export function issued(plan: Plan, { units, startsOn }: { units: number; startsOn: Day }): LicenceState {
  const term = termOf(startsOn, plan.initialMonths)
  return {
    ...term,
    planId: plan.id,
    productId: plan.productId,
    version: plan.version,
    nfr: plan.nfr,
    units: plan.nfr ? NFR_UNITS : units,
    anchorDay: anchorOf(startsOn),
    chargeFromOn: startsOn,
    initialMonths: plan.initialMonths,
    autoRenew: plan.autoRenew,
    renewMonths: plan.renewMonths,
    noticeDays: plan.noticeDays,
    graceDays: plan.graceDays,
    managed: plan.managed,
    awaitingSignIn: plan.activationPolicy === 'firstSignIn',
    suspendedEndsOn: null,
    cancelledOn: null,
    enabled: true,
  }
}

/** May this plan serve customers of this manager now? Codes: planNotGranted (partner) · those of mayIssue. */
function isAvailable(plan: Plan, manager: Manager, today: Day): Decision {
  return plan.granted ? mayIssue(plan, today) : no('planNotGranted', { partner: manager.name })
}

/**
 * Assigns a plan to a customer. Codes: targetCancelled · targetSuspended · customerDisabled · planNotGranted · endOfLife ·
 * endOfSale · planLocked · planDisabled · startInPast · startTooFar · nfrFixed · unitsOutOfRange ·
 * productAlreadyAssigned · secondAgents · nfrTaken · severalSubscriptions · and, when an existing subscription is changed, those of convert, changePlan, modify, renew.
 */
export function assign(plan: Plan, customer: Customer, wish: Wish, today: Day): Decision<Assignment> {
  const below = mayChangeBelow(customer.manager)
  if (!below.ok) return below
  if (customer.status === 'disabled') return no('customerDisabled')
  const available = isAvailable(plan, customer.manager, today)
  if (!available.ok) return available
  const start = startsOn(plan, wish, today)
  if (!start.ok) return start
  const units = plan.nfr ? yes(NFR_UNITS) : unitsInRange(wish.units)
  if (!units.ok) return units
  const same = customer.subscriptions.filter(({ productId }) => productId === plan.productId)
  if (same.length > 0 && wish.existing !== 'add') return changeExisting(plan, same, units.value, today)
  if (same.length > 0 && plan.product.kind !== 'software') return no('secondAgents', { product: plan.product.name })
  if (plan.nfrTaken) return no('nfrTaken')
  const state = issued(plan, { units: units.value, startsOn: start.value })
  return yes({ kind: 'issue', state, period: { startsOn: state.startsOn, endsOn: state.endsOn } })
}

function startsOn(plan: Plan, wish: Wish, today: Day): Decision<Day> {
  const start = wish.startsOn ?? today
  if (plan.nfr && start !== today) return no('nfrFixed')
  if (start < today) return no('startInPast')
  const latestStart = addMonths(today, START_MONTHS_MAX)
  return start > latestStart ? no('startTooFar', { latest: latestStart }) : yes(start)
}

/** Assigning what the customer has: a trial is converted, a full licence moves to the plan with these units, renewed if it is over. */
function changeExisting(plan: Plan, same: readonly Held[], units: number, today: Day): Decision<Assignment> {
  const [existing] = same
  if (!existing || same.length > 1) return no('severalSubscriptions', { count: same.length })
  const change = (decision: Decision<Effect>): Decision<Assignment> =>
    decision.ok ? yes({ kind: 'change', subscriptionId: existing.subscriptionId, effect: decision.value }) : decision
  if (plan.version === 'trial' || plan.nfr) return no('productAlreadyAssigned', { product: plan.product.name })
  if (existing.version === 'trial') return change(convert(existing, plan, { units }, today))
  const steps: ((licence: Licence) => Decision<Effect>)[] = [
    ...(['grace', 'expired'].includes(statusOf(existing, today))
      ? [(licence: Licence) => renew(licence, { months: plan.initialMonths }, today)]
      : []),
    ...(existing.planId === plan.id ? [] : [(licence: Licence) => changePlan(licence, plan, today)]),
    ...(existing.units === units ? [] : [(licence: Licence) => modify(licence, { units }, today)]),
  ]
  return change(inTurn(existing, steps))
}

/** Several effects as one: from the first state to the last. */
function inTurn(licence: Licence, steps: readonly ((licence: Licence) => Decision<Effect>)[]): Decision<Effect> {
  let now = licence
  let period: Term | null = null
  let wanted: Partial<LicenceState> = {}
  for (const step of steps) {
    const decision = step(now)
    if (!decision.ok) return decision
    now = applied(now, decision.value)
    wanted = { ...wanted, ...decision.value.after }
    period = decision.value.period ?? period
  }
  return changing(licence, wanted, { ...LICENCE_CHANGE, period })
}

/**
 * Moves a full licence to another full plan of the same product family; term and units stay, the subscription keeps its own
 * renewal and notice. A suite moves only within itself. Codes: those of isChangeable · nfrFixed · planNotGranted · those of
 * mayIssue · planIsTrial · otherFamily · nothingChanges.
 */
export function changePlan(licence: Licence, plan: Plan, today: Day): Decision<Effect> {
  const open = isChangeable(licence, today)
  if (!open.ok) return open
  if (licence.nfr || plan.nfr) return no('nfrFixed')
  if (plan.id === licence.planId) return no('nothingChanges')
  const available = isAvailable(plan, licence.manager, today)
  if (!available.ok) return available
  if (plan.version === 'trial') return no('planIsTrial')
  const sameProduct = plan.productId === licence.productId
  const isSuite = plan.product.kind === 'suite' || licence.product.kind === 'suite'
  if (!sameProduct && (isSuite || plan.product.family !== licence.product.family)) return no('otherFamily')
  const managed = licence.managed && plan.product.manageable
  return changing(
    licence,
    { planId: plan.id, productId: plan.productId, graceDays: plan.graceDays, managed },
    LICENCE_CHANGE,
  )
}

/**
 * Turns a trial into a full licence of the same product; its activation code stays (vendor's rule). The full term begins today,
 * or on the day for which the trial was planned. Codes: those of isOpen · licenceNotTrial · planNotGranted · those of mayIssue ·
 * planIsTrial · nfrFixed · otherProduct · unitsOutOfRange.
 */
export function convert(
  licence: Licence,
  plan: Plan,
  { units = licence.units }: { units?: number },
  today: Day,
): Decision<Effect> {
  const open = isOpen(licence)
  if (!open.ok) return open
  if (licence.version !== 'trial') return no('licenceNotTrial')
  const available = isAvailable(plan, licence.manager, today)
  if (!available.ok) return available
  if (plan.version === 'trial') return no('planIsTrial')
  if (plan.nfr) return no('nfrFixed')
  if (plan.productId !== licence.productId) return no('otherProduct')
  const inRange = unitsInRange(units)
  if (!inRange.ok) return inRange
  const full = issued(plan, { units, startsOn: latest(today, licence.startsOn) })
  const { enabled: _, cancelledOn: __, suspendedEndsOn: ___, ...wanted } = full
  const awaitingSignIn = licence.awaitingSignIn && full.awaitingSignIn
  const period = { startsOn: full.startsOn, endsOn: full.endsOn }
  return changing(
    licence,
    { ...wanted, awaitingSignIn },
    { transaction: 'conversion', mail: 'licenceModified', period },
  )
}
