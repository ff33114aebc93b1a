import { z } from 'zod'
import { isCountry } from '@/server/lib/countries'
import { COMPANY_ID } from '@/server/lib/id-form'
import { isIndustry } from '@/server/lib/industries'
import { email, line, paragraphs } from '@/server/lib/text'
import { COMPANY_LIMITS } from './limits'
import { slug } from './slug'

export const companyId = z.string().regex(COMPANY_ID, 'invalid')

const distinct = (values: string[]): string[] => [...new Set(values)]

/** Tags keep their spelling; the same word twice is once. */
export const tag = line(COMPANY_LIMITS.tag)
export const tags = z.array(tag).max(COMPANY_LIMITS.tags).overwrite(distinct)

/** The profile of any company (spec/domain.md §1): what its own administrators and those above may edit. */
export const companyProfile = z.object({
  name: line(128),
  slug,
  address: line(256, 0).default(''),
  city: line(64),
  state: line(64),
  postalCode: line(10, 0).default(''),
  country: z.string().min(1, { abort: true }).refine(isCountry, 'country'),
  industry: z
    .string()
    .refine((key) => key === '' || isIndustry(key), 'invalid')
    .default(''),
  note: paragraphs(COMPANY_LIMITS.note).default(''),
  emergencyEmails: z.array(email).max(COMPANY_LIMITS.emergencyEmails).overwrite(distinct).default([]),
})

/** What a company edits of itself: the note is what those above keep about it. */
export const ownCompanyProfile = companyProfile.omit({ note: true })

export type CompanyProfile = z.output<typeof companyProfile>
export type CompanyProfileInput = z.input<typeof companyProfile>

/** The version that a form was filled from: a change in between is refused, not overwritten. */
export const version = z.int32().min(1)
