import {
  isAtEndOfLife,
  mayBeSold,
  type ProductKind,
  type ProductLife,
  type Version,
} from '@/server/features/products/rules'
import type { Day } from '@/server/lib/period'
import { type Decision, no, yes } from '@/server/lib/result'

export const ACTIVATION_POLICIES = ['immediately', 'firstSignIn'] as const
export type ActivationPolicy = (typeof ACTIVATION_POLICIES)[number]

export const TRIAL_MONTHS = 1
/** Days before the end from which a licence counts as expiring soon, unless the plan says otherwise (vendor's numbers). */
export const NOTICE_DAYS: Record<Version, number> = { full: 60, trial: 14 }
/** Days after the end for which the product still works, unless the plan says otherwise. */
export const GRACE_DAYS: Record<Version, number> = { full: 30, trial: 0 }

/** What a plan says about the licences issued from it. */
export type PlanTerms = {
  version: Version
  nfr: boolean
  activationPolicy: ActivationPolicy
  managed: boolean
  initialMonths: number
  autoRenew: boolean
  renewMonths: number
  noticeDays: number
  graceDays: number
  trialForm: boolean
}

export type PlanProduct = ProductLife & {
  name: string
  kind: ProductKind
  family: string
  trialOffered: boolean
  fullOffered: boolean
  nfrOffered: boolean
  manageable: boolean
}

/**
 * A plan as a managing company sees it. `granted`: it is its own, or was given to it. `nfrTaken`: this is the not-for-resale
 * plan of a product of which that company uses its one free licence already.
 */
export type Plan = PlanTerms & {
  id: string
  name: string
  enabled: boolean
  locked: boolean
  granted: boolean
  nfrTaken: boolean
  productId: string
  product: PlanProduct
}

/**
 * Do the settings of a plan fit each other and its product? Codes: versionNotOffered · nfrNotOffered · trialMonths ·
 * trialAutoRenewal · trialFormOnly · notManageable · onlySaasWaits.
 */
export function fitsProduct(terms: PlanTerms, product: PlanProduct): Decision {
  const { version } = terms
  if (terms.nfr && (!product.nfrOffered || version !== 'full')) return no('nfrNotOffered')
  if (version === 'trial' ? !product.trialOffered : !product.fullOffered) return no('versionNotOffered')
  if (version === 'trial' && terms.initialMonths !== TRIAL_MONTHS) return no('trialMonths')
  if (version === 'trial' && terms.autoRenew) return no('trialAutoRenewal')
  if (version === 'full' && terms.trialForm) return no('trialFormOnly')
  if (terms.managed && !product.manageable) return no('notManageable')
  if (terms.activationPolicy === 'firstSignIn' && product.kind !== 'saas') return no('onlySaasWaits')
  return yes(true)
}

/** The settings of every not-for-resale plan. */
export const NFR_TERMS: Omit<PlanTerms, 'managed'> = {
  version: 'full',
  nfr: true,
  activationPolicy: 'immediately',
  initialMonths: 12,
  autoRenew: true,
  renewMonths: 12,
  noticeDays: 0,
  graceDays: 30,
  trialForm: false,
}

/** The settings left to choose; an NFR plan leaves only its name. */
export const settled = (terms: PlanTerms): PlanTerms => (terms.nfr ? { ...NFR_TERMS, managed: false } : terms)

/** May licences be issued from a plan now? Codes: endOfLife · endOfSale · planLocked · planDisabled. */
export function mayIssue(plan: Pick<Plan, 'enabled' | 'locked'> & { product: ProductLife }, today: Day): Decision {
  const sold = mayBeSold(plan.product, today)
  if (!sold.ok) return sold
  if (plan.locked) return no('planLocked')
  return plan.enabled ? yes(true) : no('planDisabled')
}

/** May its settings be changed, or may it be duplicated? Codes: endOfLife · endOfSale · planLocked. */
export function mayEdit(plan: Pick<Plan, 'locked'> & { product: ProductLife }, today: Day): Decision {
  const sold = mayBeSold(plan.product, today)
  if (!sold.ok) return sold
  return plan.locked ? no('planLocked') : yes(true)
}

/** May it be enabled or disabled? Codes: statusUnchanged · endOfLife. */
export function maySwitch(plan: Pick<Plan, 'enabled'> & { product: ProductLife }, to: boolean, today: Day): Decision {
  if (plan.enabled === to) return no('statusUnchanged')
  return to && isAtEndOfLife(plan.product, today) ? no('endOfLife') : yes(true)
}

/** May changes of its suite be approved? Code: planNotLocked. */
export const mayApprove = (plan: Pick<Plan, 'locked'>): Decision => (plan.locked ? yes(true) : no('planNotLocked'))

/** May the public trial form of a plan be used? Codes: trialFormOnly · those of mayIssue. */
export const mayOfferTrial = (plan: Plan, today: Day): Decision =>
  plan.version === 'trial' && plan.trialForm ? mayIssue(plan, today) : no('trialFormOnly')

/** What the list shows beside a plan's name, most pressing first. */
export const PLAN_STATES = ['endOfLife', 'locked', 'endOfSale', 'disabled', 'enabled', 'nfr', 'trialForm'] as const
export type PlanState = (typeof PLAN_STATES)[number]

export function planStates(
  plan: Pick<Plan, 'enabled' | 'locked' | 'nfr' | 'trialForm'> & { product: ProductLife },
  today: Day,
): PlanState[] {
  const sold = mayBeSold(plan.product, today)
  return [
    ...(sold.ok ? [] : [sold.code === 'endOfLife' ? ('endOfLife' as const) : ('endOfSale' as const)]),
    ...(plan.locked ? ['locked' as const] : []),
    plan.enabled ? 'enabled' : 'disabled',
    ...(plan.nfr ? ['nfr' as const] : []),
    ...(plan.trialForm ? ['trialForm' as const] : []),
  ]
}
