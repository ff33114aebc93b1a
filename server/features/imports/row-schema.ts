import { z } from 'zod'
import { accountProfile, loginName } from '@/server/features/accounts/schema'
import { customerProfile } from '@/server/features/customers/record-schema'

const company = customerProfile.shape
const account = accountProfile.shape

/** One customer of a file: the same rules, piece by piece, as the form *New customer*. The sign-in address is made on writing. */
export const importedCustomer = z.object({
  name: company.name,
  address: company.address,
  city: company.city,
  state: company.state,
  postalCode: company.postalCode,
  country: company.country,
  industry: company.industry,
  note: company.note,
  tags: company.tags,
  emergencyEmails: company.emergencyEmails,
  loginName,
  firstName: account.firstName,
  lastName: account.lastName,
  email: account.email,
  phoneCountry: account.phoneCountry,
  phoneArea: account.phoneArea,
  phoneNumber: account.phoneNumber,
  phoneExtension: account.phoneExtension,
  timeZone: account.timeZone,
  locale: account.locale,
})

export type ImportedCustomer = z.output<typeof importedCustomer>
