import { z } from 'zod'
import type { Person } from '@/components/access/access-provider'
import { emptyAccount } from '@/components/accounts/first-account'
import { emptyCompany } from '@/components/companies/new-company'
import { type NewCustomerInput, newCustomer } from '@/server/features/customers/record-schema'

/** What the wizard's form collects: the procedure's input, with the managing company chosen in the form. Plans stand beside it. */
export const draftSchema = newCustomer.omit({ plans: true }).extend({ companyId: z.string() })
export type Draft = z.input<typeof draftSchema>
export type ReadyDraft = z.output<typeof draftSchema>

/** An empty form. */
export const emptyDraft = (person: Pick<Person, 'companyId' | 'locale' | 'timeZone'>) =>
  ({
    companyId: person.companyId,
    portal: 'lmp',
    sendMail: true,
    company: { ...emptyCompany(), tags: [] },
    account: emptyAccount(person),
  }) satisfies NewCustomerInput
