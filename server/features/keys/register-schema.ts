import { z } from 'zod'
import { firstAccount, newPassword } from '@/server/features/accounts/schema'
import { companyProfile } from '@/server/features/companies/schema'

/** A key as somebody types it: what it is not is decided by looking for it, so that every wrong one has the same answer. */
const typedKey = z.string().min(1).max(400)
export const keyToLook = z.object({ key: typedKey })
export type KeyToLook = z.output<typeof keyToLook>

/** What a stranger says of the own company; its sign-in address is made from the name. */
export const strangerCompany = companyProfile.pick({
  name: true,
  address: true,
  city: true,
  state: true,
  postalCode: true,
  country: true,
})
/** Its first account, which can sign in at once. */
export const strangerAccount = firstAccount.extend({ password: newPassword })

const accepted = z.literal(true, 'accept')

/** What the form of a stranger holds. */
export const strangerForm = z.object({ company: strangerCompany, account: strangerAccount, accepted })
export type StrangerForm = z.output<typeof strangerForm>
export type StrangerFormInput = z.input<typeof strangerForm>

/** Who registers: somebody new, or the customer that is signed in. */
const registrant = z.discriminatedUnion('kind', [
  strangerForm.omit({ accepted: true }).extend({ kind: z.literal('new') }),
  z.object({ kind: z.literal('me') }),
])
export type Registrant = z.output<typeof registrant>

export const keyRedemption = z.object({ key: typedKey, who: registrant, accepted })
export type KeyRedemption = z.output<typeof keyRedemption>
export type KeyRedemptionInput = z.input<typeof keyRedemption>

/** Units of a trial that nobody was asked about. */
export const TRIAL_UNITS = 10
export const TRIAL_UNITS_MAX = 50

export const trialRef = z.object({ planId: z.uuid() })
export const trialForm = strangerForm.extend({ units: z.int32().min(1).max(TRIAL_UNITS_MAX).default(TRIAL_UNITS) })
export type TrialFormInput = z.input<typeof trialForm>
export const trialRequest = trialForm.extend({ planId: z.uuid() })
export type TrialRequest = z.output<typeof trialRequest>
