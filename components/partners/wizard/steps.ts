import type { Person } from '@/components/access/access-provider'
import type { NewPartnerInput } from '@/server/features/partners/schema'

/** The way through the wizard, and the parts of the form that must hold before the next step. */
export const STEP_FIELDS = { kind: ['kind'], company: ['company'], account: ['account'], review: [] } as const
export type StepKey = keyof typeof STEP_FIELDS
export const STEP_KEYS = Object.keys(STEP_FIELDS) as StepKey[]

/** An empty form; the first account begins with the creator's language and time zone. */
export const emptyPartner = (person: Pick<Person, 'locale' | 'timeZone'>) =>
  ({
    kind: 'msp',
    company: {
      name: '',
      slug: '',
      address: '',
      city: '',
      state: '',
      postalCode: '',
      country: '',
      industry: '',
      note: '',
      emergencyEmails: [],
    },
    account: {
      loginName: '',
      firstName: '',
      lastName: '',
      email: '',
      phoneCountry: '',
      phoneArea: '',
      phoneNumber: '',
      phoneExtension: '',
      timeZone: person.timeZone,
      locale: person.locale === 'fr' ? 'fr' : 'en',
      password: '',
      mail: 'now',
      mailOn: '',
    },
  }) satisfies NewPartnerInput

/** Where the fields of a refusal stand in the wizard: the database names them without their part. */
export const fieldPath = (path: string): string => {
  if (path === 'slug') return 'company.slug'
  return ['loginName', 'password', 'mailOn'].includes(path) ? `account.${path}` : path
}
