import type { CompanyStatus } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import { mayChangeBelow } from '@/server/features/companies/rules'
import { isAtEndOfLife, type ProductKind, type ProductLife, type Version } from '@/server/features/products/rules'
import { addMonths, type Day, type Term } from '@/server/lib/period'
import { type Decision, no, yes } from '@/server/lib/result'
import { type LicenceDates, statusOf } from './status'

export const UNITS_MAX = 999_999
export const MONTHS_MAX = 66
export const NOTICE_DAYS_MAX = 365
export const GRACE_DAYS_MAX = 180
/** Months ahead of today up to which a licence may begin, and up to which it may last. */
export const START_MONTHS_MAX = 12
export const END_MONTHS_MAX = 120

/**
 * Everything about a subscription's licences that operations change, and that versions keep. The licences of a suite share it;
 * `productId` is the product that was sold.
 */
export type LicenceState = LicenceDates & {
  planId: string
  productId: string
  version: Version
  /** Not for resale: free, and fixed. */
  nfr: boolean
  units: number
  /** Day of the month from which its months are counted. */
  anchorDay: number
  /** May lie before the start: billing follows the order, use follows the first sign-in. */
  chargeFromOn: Day
  /** Months that run from the first sign-in, while it is awaited. */
  initialMonths: number
  autoRenew: boolean
  renewMonths: number
  managed: boolean
}

/** Who manages the customer: its status decides what those above may change. */
export type Manager = { name: string; kind: CompanyKind; status: CompanyStatus }

/** A licence with what its rules must know of plan, product and manager. */
export type Licence = LicenceState & {
  planLocked: boolean
  product: ProductLife & { name: string; kind: ProductKind; family: string; manageable: boolean }
  manager: Manager & { managesRemotely: boolean }
}

export const TRANSACTION_TYPES = ['newPurchase', 'licenceChange', 'conversion', 'suiteChange', 'discontinued'] as const
export type TransactionType = (typeof TRANSACTION_TYPES)[number]

export type LicenceMail = 'licenceAdded' | 'licenceModified' | 'licenceDiscontinued'

/** What an operation does to a licence: only what differs, old → new. `period`: the term that is newly begun or bought. */
export type Effect = {
  transaction: TransactionType
  mail: LicenceMail | null
  before: Partial<LicenceState>
  after: Partial<LicenceState>
  period: Term | null
}

/**
 * Units that a licence takes from its partner's pool on a day: none once it is cancelled or its grace is over. A disabled
 * customer's licences keep theirs: they come back.
 */
export const pooledUnits = (state: LicenceState, today: Day): number =>
  ['cancelled', 'expired'].includes(statusOf({ ...state, enabled: true }, today)) ? 0 : state.units

/** The state after an effect. */
export const applied = <S extends LicenceState>(state: S, { after }: Pick<Effect, 'after'>): S => ({
  ...state,
  ...after,
})

/** The effect of setting `wanted`: what really differs, or the refusal nothingChanges. */
export function changing(
  licence: LicenceState,
  wanted: Partial<LicenceState>,
  rest: Omit<Effect, 'before' | 'after'>,
): Decision<Effect> {
  const keys = (Object.keys(wanted) as (keyof LicenceState)[]).filter((key) => wanted[key] !== licence[key])
  if (keys.length === 0) return no('nothingChanges')
  const only = (state: Partial<LicenceState>): Partial<LicenceState> =>
    Object.fromEntries(keys.map((key) => [key, state[key]]))
  return yes({ ...rest, before: only(licence), after: only(wanted) })
}

/** Change of a running licence: recorded as licenceChange, told by mail licenceModified. */
export const LICENCE_CHANGE = { transaction: 'licenceChange', mail: 'licenceModified', period: null } as const

/** A whole number in a range, or the code with both ends. */
function within(code: 'unitsOutOfRange' | 'monthsOutOfRange' | 'daysOutOfRange', min: number, max: number) {
  return (value: number): Decision<number> =>
    Number.isInteger(value) && value >= min && value <= max ? yes(value) : no(code, { min, max })
}
export const unitsInRange = within('unitsOutOfRange', 1, UNITS_MAX)
export const monthsInRange = within('monthsOutOfRange', 1, MONTHS_MAX)
export const noticeInRange = within('daysOutOfRange', 0, NOTICE_DAYS_MAX)
export const graceInRange = within('daysOutOfRange', 0, GRACE_DAYS_MAX)

/** No term reaches further than ten years from today. Code: endTooFar (latest). */
export function endInReach(endsOn: Day, today: Day): Decision<Day> {
  const latest = addMonths(today, END_MONTHS_MAX)
  return endsOn <= latest ? yes(endsOn) : no('endTooFar', { latest })
}

/**
 * What every change needs: a manager that may be worked for, a customer that is enabled, a licence that is neither cancelled
 * nor suspended. Codes, in this order: targetCancelled · targetSuspended · licenceCancelled · customerDisabled · licenceSuspended.
 */
export function isOpen(licence: Licence): Decision {
  const below = mayChangeBelow(licence.manager)
  if (!below.ok) return below
  if (licence.cancelledOn !== null) return no('licenceCancelled')
  if (!licence.enabled) return no('customerDisabled')
  return licence.suspendedEndsOn === null ? yes(true) : no('licenceSuspended')
}

/** And what a change of terms needs besides (vendor's rule). Codes: those of isOpen · licenceIsTrial · endOfLife · planLocked. */
export function isChangeable(licence: Licence, today: Day): Decision {
  const open = isOpen(licence)
  if (!open.ok) return open
  if (licence.version === 'trial') return no('licenceIsTrial')
  if (isAtEndOfLife(licence.product, today)) return no('endOfLife')
  return licence.planLocked ? no('planLocked') : yes(true)
}
