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

export type ProfileValues = ReturnType<typeof profileOf>

/** The fields of a profile that differ between two states. */
export const changedFields = (before: Partial<ProfileValues>, after: Partial<ProfileValues>): ProfileField[] =>
  FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

/**
 * What somebody else changed since a form was filled: `taken` where the person at the form has not touched it, `kept` where both
 * did and the person's input stands.
 */
export function compareProfiles(base: ProfileValues, latest: ProfileValues, typed: Partial<ProfileValues>) {
  const theirs = changedFields(base, latest)
  const mine = changedFields(base, { ...base, ...typed })
  return {
    taken: theirs.filter((field) => !mine.includes(field)),
    kept: theirs.filter((field) => mine.includes(field)),
  }
}
