import { z } from 'zod'
import { companyId, version } from '@/server/features/companies/schema'
import { day } from '@/server/lib/days'
import { MONTHS_MAX, NOTICE_DAYS_MAX, UNITS_MAX } from './state'

/** Days that a licence can have; what lies outside is a slip of the keyboard. The rules know the nearer bounds. */
export const licenceDay = day.refine((value) => value >= '1900-01-01' && value < '3000-01-01', 'day')
const whole = (min: number, max: number) =>
  z.number('wholeNumber').int({ error: 'wholeNumber', abort: true }).min(min, 'tooSmall').max(max, 'tooLarge')
export const units = whole(1, UNITS_MAX)
export const months = whole(1, MONTHS_MAX)
export const noticeDays = whole(0, NOTICE_DAYS_MAX)

/** The licences of one customer: `companyId` is the customer's. */
export const licencesOf = z.object({ companyId })

/** Whose licences are read: a customer's, or one's own. */
export const licencesRead = z.object({ companyId: companyId.optional() })
export const licenceHistory = licencesRead.extend({ subscriptionId: z.uuid() })

/** One subscription of a customer. `revision`: the state that a form was opened with; what has changed since is refused. */
export const licenceRef = licencesOf.extend({ subscriptionId: z.uuid() })
export const licenceForm = licenceRef.extend({ revision: version, sendMail: z.boolean().default(true) })

export const wish = z.object({
  planId: z.uuid(),
  units,
  startsOn: licenceDay.optional(),
  existing: z.enum(['change', 'add']).optional(),
})
export type WishInput = z.output<typeof wish>

/** How many plans can be assigned at once. */
export const WISHES_MAX = 10
const distinctPlans = (wishes: readonly { planId: string }[]): boolean =>
  new Set(wishes.map(({ planId }) => planId)).size === wishes.length
export const wishes = z.array(wish).min(1).max(WISHES_MAX).refine(distinctPlans, 'invalid')

export const assignment = licencesOf.extend({ wishes, sendMail: z.boolean().default(true) })
export type AssignmentInput = z.output<typeof assignment>

export const modification = z.object({
  units: units.optional(),
  endsOn: licenceDay.optional(),
  autoRenew: z.boolean().optional(),
  renewMonths: months.optional(),
  noticeDays: noticeDays.optional(),
  managed: z.boolean().optional(),
})
export const licenceChange = licenceForm.extend({ changes: modification })
export const renewal = licenceForm.extend({ months: months.optional() })
export const planChange = licenceForm.extend({ planId: z.uuid() })
export const conversion = licenceForm.extend({ planId: z.uuid(), units: units.optional() })
export const suspension = licenceForm.extend({ endsOn: licenceDay.optional() })

export const removal = licencesOf.extend({ sendMail: z.boolean().default(true) })
export const licencesOnDay = licencesRead.extend({ day: licenceDay })
