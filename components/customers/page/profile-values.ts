import type { CustomerRecord } from '@/server/features/customers/record-queries'

const FIELDS = [
  'name',
  'slug',
  'address',
  'city',
  'state',
  'postalCode',
  'country',
  'industry',
  'note',
  'emergencyEmails',
  'tags',
] as const

export type ProfileField = (typeof FIELDS)[number]

/** What the form of a profile is filled with. */
export const profileOf = (customer: CustomerRecord) => ({
  name: customer.name,
  slug: customer.slug,
  address: customer.address,
  city: customer.city,
  state: customer.state,
  postalCode: customer.postalCode,
  country: customer.country,
  industry: customer.industry,
  note: customer.note,
  emergencyEmails: customer.emergencyEmails,
  tags: customer.tags,
})

/** The fields of a profile that differ between two states of a customer. */
export const changedFields = (before: CustomerRecord, after: CustomerRecord): ProfileField[] =>
  FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
