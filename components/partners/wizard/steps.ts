import type { Path } from 'react-hook-form'
import type { Person } from '@/components/access/access-provider'
import { emptyAccount } from '@/components/accounts/first-account'
import { emptyCompany } from '@/components/companies/new-company'
import type { PartnerKind } from '@/server/features/partners/options'
import type { NewPartnerInput } from '@/server/features/partners/schema'

/** The way through the wizard: an MSP is given units of products, a reseller plans. */
const STEPS = {
  msp: ['kind', 'company', 'account', 'licences', 'remote', 'options', 'review'],
  reseller: ['kind', 'company', 'account', 'plans', 'options', 'review'],
} as const satisfies Record<PartnerKind, readonly string[]>
export type StepKey = (typeof STEPS)[PartnerKind][number]

export const stepsOf = (kind: PartnerKind): readonly StepKey[] => STEPS[kind]

/** The parts of the form that must hold before the next step. */
export const STEP_FIELDS: Readonly<Record<StepKey, readonly Path<NewPartnerInput>[]>> = {
  kind: ['kind'],
  company: ['company'],
  account: ['account'],
  licences: ['allocations'],
  remote: ['remote'],
  plans: ['planIds'],
  options: ['account.mail', 'account.mailOn', 'ownBranding'],
  review: [],
}

/** An empty form. */
export const emptyPartner = (person: Pick<Person, 'locale' | 'timeZone'>) =>
  ({
    kind: 'msp',
    company: emptyCompany(),
    account: emptyAccount(person),
    allocations: [],
    remote: { enabled: false, dataCentreId: '' },
    ownBranding: false,
    planIds: [],
  }) satisfies NewPartnerInput

/** What fits the type: whoever changes it on the way leaves behind what was chosen for the other. */
export function fitting<Draft extends NewPartnerInput>(draft: Draft): Draft {
  const { allocations, remote, ownBranding, planIds } = emptyPartner({ locale: 'en', timeZone: 'UTC' })
  return draft.kind === 'msp' ? { ...draft, planIds } : { ...draft, allocations, remote, ownBranding }
}
