import { addDays, type Day, type Term } from '@/server/lib/period'

/** In the order of a life. The database derives the same (function licence_status; a test compares the two). */
export const LICENCE_STATUSES = [
  'awaitingSignIn',
  'notStarted',
  'active',
  'expiringSoon',
  'grace',
  'expired',
  'suspended',
  'cancelled',
] as const
export type LicenceStatus = (typeof LICENCE_STATUSES)[number]

/** Red asks for action, yellow warns. */
export type Severity = 'action' | 'warning'

/** What the status depends on, besides today. */
export type LicenceDates = Term & {
  noticeDays: number
  graceDays: number
  awaitingSignIn: boolean
  /** The end it had before it was suspended; null when it is not. */
  suspendedEndsOn: Day | null
  cancelledOn: Day | null
  /** False while the customer is disabled or its partner cancelled: laid over the dates, never written into them. */
  enabled: boolean
}

/** First day on which a licence counts as expiring soon. */
export const noticeFrom = ({ endsOn, noticeDays }: Pick<LicenceDates, 'endsOn' | 'noticeDays'>): Day =>
  addDays(endsOn, -noticeDays)

/** First day on which a licence no longer works. */
export const graceUntil = ({ endsOn, graceDays }: Pick<LicenceDates, 'endsOn' | 'graceDays'>): Day =>
  addDays(endsOn, graceDays)

/** The status of a licence on a day: never stored, always derived. */
export function statusOf(licence: LicenceDates, today: Day): LicenceStatus {
  if (licence.cancelledOn !== null) return 'cancelled'
  if (!licence.enabled) return 'expired'
  if (licence.suspendedEndsOn !== null) return 'suspended'
  if (licence.awaitingSignIn) return 'awaitingSignIn'
  if (today < licence.startsOn) return 'notStarted'
  if (today < licence.endsOn) return today < noticeFrom(licence) ? 'active' : 'expiringSoon'
  return today < graceUntil(licence) ? 'grace' : 'expired'
}

const STATUS_SEVERITY: Record<LicenceStatus, Severity | null> = {
  awaitingSignIn: null,
  notStarted: null,
  active: null,
  expiringSoon: 'warning',
  grace: 'action',
  expired: 'action',
  suspended: 'action',
  cancelled: null,
}

export const severityOf = (status: LicenceStatus): Severity | null => STATUS_SEVERITY[status]

/** More used than provisioned warns; more than 110 % asks for action. Cancelled licences provision nothing. */
export function usageSeverity(used: number, units: number, status: LicenceStatus): Severity | null {
  if (status === 'cancelled') return null
  if (used * 10 > units * 11) return 'action'
  return used > units ? 'warning' : null
}

/** The next day on which the status will be another although nobody does anything; null when there is none. */
export function nextChangeOn(licence: LicenceDates, today: Day): Day | null {
  const status = statusOf(licence, today)
  if (status === 'cancelled' || status === 'suspended' || status === 'awaitingSignIn' || !licence.enabled) return null
  const days = [licence.startsOn, noticeFrom(licence), licence.endsOn, graceUntil(licence)]
  return days.filter((day) => day > today && statusOf(licence, day) !== status).sort()[0] ?? null
}
