import { z } from 'zod'
import type { Person } from '@/components/access/access-provider'
import { type NewCustomerInput, newCustomer } from '@/server/features/customers/record-schema'

/** What the wizard's form collects: the procedure's input, with the managing company chosen in the form. Plans stand beside it. */
export const draftSchema = newCustomer.omit({ plans: true }).extend({ companyId: z.string() })
export type Draft = z.input<typeof draftSchema>
export type ReadyDraft = z.output<typeof draftSchema>

/** An empty form; the first account begins with the creator's language and time zone. */
export const emptyDraft = (person: Pick<Person, 'companyId' | 'locale' | 'timeZone'>) =>
  ({
    companyId: person.companyId,
    portal: 'lmp',
    sendMail: true,
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
      tags: [],
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
  }) satisfies NewCustomerInput

/** Where the fields of a refusal stand in the wizard: the database names them without their part. */
export const draftPath = (path: string): string => {
  if (path === 'slug') return 'company.slug'
  return ['loginName', 'password', 'mailOn'].includes(path) ? `account.${path}` : path
}
