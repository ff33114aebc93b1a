import { mayChangeBelow } from '@/server/features/companies/rules'
import { addMonths, anchorOf, type Day, earliest, latest } from '@/server/lib/period'
import { type Decision, no } from '@/server/lib/result'
import { changing, type Effect, isOpen, LICENCE_CHANGE, type Licence } from './state'
import { graceUntil, statusOf } from './status'

/**
 * Suspends a running licence with auto-renewal: renewal goes off and the term ends now, or on a chosen day up to its original
 * end (vendor's rule). Codes: those of isOpen · licenceNotRunning · autoRenewalOff · endOutOfTerm (latest).
 */
export function suspend(licence: Licence, { endsOn }: { endsOn?: Day }, today: Day): Decision<Effect> {
  const open = isOpen(licence)
  if (!open.ok) return open
  if (!['active', 'expiringSoon'].includes(statusOf(licence, today))) return no('licenceNotRunning')
  if (!licence.autoRenew) return no('autoRenewalOff')
  const end = endsOn ?? today
  if (end < today || end > licence.endsOn) return no('endOutOfTerm', { latest: licence.endsOn })
  return changing(licence, { autoRenew: false, endsOn: end, suspendedEndsOn: licence.endsOn }, LICENCE_CHANGE)
}

/**
 * Takes a suspension back, before grace ends (vendor's rule): original end and auto-renewal return.
 * Codes: targetCancelled · targetSuspended · licenceCancelled · customerDisabled · licenceNotSuspended · graceOver.
 */
export function resume(licence: Licence, today: Day): Decision<Effect> {
  const { suspendedEndsOn } = licence
  const open = isOpen({ ...licence, suspendedEndsOn: null })
  if (!open.ok) return open
  if (suspendedEndsOn === null) return no('licenceNotSuspended')
  if (today >= graceUntil(licence)) return no('graceOver')
  return changing(licence, { autoRenew: true, endsOn: suspendedEndsOn, suspendedEndsOn: null }, LICENCE_CHANGE)
}

/** Ended that day: a running term is cut, one not begun becomes empty, one that is over stays. */
function discontinued(licence: Licence, today: Day): Decision<Effect> {
  const endsOn = latest(licence.startsOn, earliest(licence.endsOn, today))
  const wanted = { cancelledOn: today, endsOn, autoRenew: false, suspendedEndsOn: null }
  return changing(licence, wanted, { transaction: 'discontinued', mail: 'licenceDiscontinued', period: null })
}

/**
 * Cancels at once and for ever, trials too. A suspended licence is resumed first, unless it no longer can be.
 * Codes: targetCancelled · targetSuspended · licenceCancelled · customerDisabled · licenceSuspended.
 */
export function cancel(licence: Licence, today: Day): Decision<Effect> {
  const canResume = today < graceUntil(licence)
  const open = isOpen(canResume ? licence : { ...licence, suspendedEndsOn: null })
  return open.ok ? discontinued(licence, today) : open
}

/**
 * Takes the products of a customer away, whatever state they are in: what deleting a customer needs first.
 * Codes: targetCancelled · targetSuspended · licenceCancelled.
 */
export function remove(licence: Licence, today: Day): Decision<Effect> {
  const below = mayChangeBelow(licence.manager)
  if (!below.ok) return below
  return licence.cancelledOn === null ? discontinued(licence, today) : no('licenceCancelled')
}

/**
 * The first sign-in: the term begins today for the months it was bought for; charging stays as ordered.
 * Codes: those of isOpen · licenceActivated.
 */
export function activate(licence: Licence, today: Day): Decision<Effect> {
  const open = isOpen(licence)
  if (!open.ok) return open
  if (!licence.awaitingSignIn) return no('licenceActivated')
  const startsOn = latest(licence.startsOn, today)
  const endsOn = addMonths(startsOn, licence.initialMonths)
  const wanted = { awaitingSignIn: false, startsOn, endsOn, anchorDay: anchorOf(startsOn) }
  return changing(licence, wanted, { ...LICENCE_CHANGE, period: { startsOn, endsOn } })
}
