import { isAtEndOfLife } from '@/server/features/products/rules'
import { addMonths, anchorOf, type Day, latest, type Term } from '@/server/lib/period'
import { type Decision, no, yes } from '@/server/lib/result'
import {
  changing,
  type Effect,
  endInReach,
  isChangeable,
  isOpen,
  LICENCE_CHANGE,
  type Licence,
  monthsInRange,
  noticeInRange,
  unitsInRange,
} from './state'
import { graceUntil, statusOf } from './status'

/** What can be modified; left out means unchanged. */
export type Modification = {
  units?: number
  endsOn?: Day
  autoRenew?: boolean
  renewMonths?: number
  noticeDays?: number
  managed?: boolean
}

/**
 * Changes terms of a full licence. Codes: those of isChangeable · licenceExpired (renew it instead) · nfrFixed (units) ·
 * unitsOutOfRange · monthsOutOfRange · daysOutOfRange · licenceNotActivated, endInPast, endBeforeStart, endTooFar (end) ·
 * notManageable · remoteManagementOff · nothingChanges.
 */
export function modify(licence: Licence, wanted: Modification, today: Day): Decision<Effect> {
  const open = isChangeable(licence, today)
  if (!open.ok) return open
  if (statusOf(licence, today) === 'expired') return no('licenceExpired')
  const fits = fitsLicence(licence, wanted, today)
  if (!fits.ok) return fits
  const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Modification
  const moves = given.endsOn !== undefined && given.endsOn !== licence.endsOn
  return changing(
    licence,
    { ...given, ...(moves ? { anchorDay: anchorOf(given.endsOn ?? licence.endsOn) } : {}) },
    LICENCE_CHANGE,
  )
}

function fitsLicence(licence: Licence, wanted: Modification, today: Day): Decision<unknown> {
  if (licence.nfr && wanted.units !== undefined && wanted.units !== licence.units) return no('nfrFixed')
  if (wanted.managed === true && !licence.product.manageable) return no('notManageable')
  if (wanted.managed === true && !licence.managed && !licence.manager.managesRemotely) return no('remoteManagementOff')
  const checks: Decision<unknown>[] = [
    wanted.units === undefined ? yes(true) : unitsInRange(wanted.units),
    wanted.renewMonths === undefined ? yes(true) : monthsInRange(wanted.renewMonths),
    wanted.noticeDays === undefined ? yes(true) : noticeInRange(wanted.noticeDays),
    wanted.endsOn === undefined || wanted.endsOn === licence.endsOn
      ? yes(true)
      : mayEndOn(licence, wanted.endsOn, today),
  ]
  return checks.find((check) => !check.ok) ?? yes(true)
}

function mayEndOn(licence: Licence, endsOn: Day, today: Day): Decision<unknown> {
  if (licence.awaitingSignIn) return no('licenceNotActivated')
  if (endsOn <= licence.startsOn) return no('endBeforeStart')
  return endsOn < today ? no('endInPast') : endInReach(endsOn, today)
}

/**
 * Where a new term of so many months would lie: it follows the old one if that ends today or later or is still in grace,
 * so nothing is lost or given away; else it begins today.
 */
export function renewalTerm(licence: Licence, months: number, today: Day): Term & { anchorDay: number } {
  const follows = today < graceUntil(licence) || today <= licence.endsOn
  const startsOn = follows ? licence.endsOn : today
  const anchorDay = follows ? licence.anchorDay : anchorOf(today)
  return { startsOn, endsOn: addMonths(startsOn, months, anchorDay), anchorDay }
}

/**
 * Renews a full licence for `months` (its own renewal period by default). A term that follows the old one extends it; one that
 * begins after a gap is a new start. Codes: those of isChangeable · licenceNotActivated · monthsOutOfRange · endTooFar.
 */
export function renew(
  licence: Licence,
  { months = licence.renewMonths }: { months?: number },
  today: Day,
): Decision<Effect> {
  const open = isChangeable(licence, today)
  if (!open.ok) return open
  if (licence.awaitingSignIn) return no('licenceNotActivated')
  const inRange = monthsInRange(months)
  if (!inRange.ok) return inRange
  const { anchorDay, ...period } = renewalTerm(licence, months, today)
  const reach = endInReach(period.endsOn, today)
  if (!reach.ok) return reach
  const restart = period.startsOn === licence.endsOn ? {} : { startsOn: period.startsOn, chargeFromOn: period.startsOn }
  return changing(licence, { endsOn: period.endsOn, anchorDay, ...restart }, { ...LICENCE_CHANGE, period })
}

/**
 * What the daily job does to a licence with auto-renewal whose term is over. Codes: those of isOpen · autoRenewalOff ·
 * termNotOver · those of renew.
 */
export function autoRenew(licence: Licence, today: Day): Decision<Effect> {
  const open = isOpen(licence)
  if (!open.ok) return open
  if (!licence.autoRenew) return no('autoRenewalOff')
  if (!licence.awaitingSignIn && today < licence.endsOn) return no('termNotOver')
  return renew(licence, {}, today)
}

/**
 * What the daily job does at a product's end of life: its licences end that day. Codes: those of isOpen except that suspended
 * licences end too · termNotOver (before that day) · nothingChanges (ended already).
 */
export function retire(licence: Licence, today: Day): Decision<Effect> {
  if (licence.cancelledOn !== null) return no('licenceCancelled')
  const { endOfLifeOn } = licence.product
  if (endOfLifeOn === null || !isAtEndOfLife(licence.product, today)) return no('termNotOver')
  if (licence.endsOn <= endOfLifeOn && !licence.awaitingSignIn) return no('nothingChanges')
  const endsOn = latest(endOfLifeOn, licence.startsOn)
  if (endsOn === licence.endsOn && !licence.awaitingSignIn) return no('nothingChanges')
  const wanted = { endsOn, autoRenew: false, awaitingSignIn: false, suspendedEndsOn: null }
  return changing(licence, wanted, { transaction: 'discontinued', mail: 'licenceDiscontinued', period: null })
}
