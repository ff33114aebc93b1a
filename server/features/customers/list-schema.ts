import { z } from 'zod'
import { companyId, tags } from '@/server/features/companies/schema'
import { isCountryForm } from '@/server/lib/country-name'
import { day } from '@/server/lib/days'
import { line } from '@/server/lib/text'
import {
  ATTENTION_KINDS,
  CUSTOMER_PORTALS,
  CUSTOMER_SORTS,
  CUSTOMER_STATUSES,
  DISPLAY_SETTINGS,
  LICENCE_CONDITIONS,
} from './list-options'

export const displaySetting = z.enum(DISPLAY_SETTINGS)

/** Days that a licence or a record can have; what lies outside is a slip of the keyboard. */
const nearDay = day.refine((value) => value >= '1900-01-01' && value < '3000-01-01', 'day')

/** Products or plans that a filter names at most. */
const LISTED_MAX = 50

/** The search pane. What is left out or empty restricts nothing; several of one kind mean any of them. */
export const customerFilter = z.object({
  /** Part of the company's or the contact's name or of the contact's e-mail address. */
  q: line(128, 0).optional(),
  partnerId: companyId.optional(),
  status: z.array(z.enum(CUSTOMER_STATUSES)).max(2).optional(),
  portal: z.array(z.enum(CUSTOMER_PORTALS)).max(2).optional(),
  attention: z.array(z.enum(ATTENTION_KINDS)).max(4).optional(),
  expiresFrom: nearDay.optional(),
  expiresTo: nearDay.optional(),
  country: z.array(z.string().refine(isCountryForm, 'country')).max(250).optional(),
  /** The beginning of the city's name. */
  city: line(64, 0).optional(),
  managed: z.boolean().optional(),
  /** Customers that have a licence in one of these conditions. */
  licences: z.array(z.enum(LICENCE_CONDITIONS)).max(LICENCE_CONDITIONS.length).optional(),
  productIds: z.array(z.uuid()).max(LISTED_MAX).optional(),
  planIds: z.array(z.uuid()).max(LISTED_MAX).optional(),
  createdFrom: nearDay.optional(),
  createdTo: nearDay.optional(),
  tags: tags.optional(),
  display: displaySetting.optional(),
})
export type CustomerFilter = z.output<typeof customerFilter>
export type CustomerFilterInput = z.input<typeof customerFilter>

export const CUSTOMERS_PER_PAGE = 50

export const customerOrder = z.object({
  sort: z.enum(CUSTOMER_SORTS).default('name'),
  descending: z.boolean().default(false),
})
export type CustomerOrder = z.output<typeof customerOrder>

/** One page of the list: what follows `after`, or what stands before `before` (marks that an earlier page gave). */
export const customerPage = customerOrder.extend({
  companyId: companyId.optional(),
  filter: customerFilter.default({}),
  after: z.string().max(800).optional(),
  before: z.string().max(800).optional(),
  limit: z.number().int().min(1).max(200).default(CUSTOMERS_PER_PAGE),
})
export type CustomerPage = z.output<typeof customerPage>
export type CustomerPageInput = z.input<typeof customerPage>

export const customerCount = z.object({ companyId: companyId.optional(), filter: customerFilter.default({}) })
export type CustomerCount = z.output<typeof customerCount>

export const customerSearch = z.object({
  companyId: companyId.optional(),
  q: line(128, 0),
  limit: z.number().int().min(1).max(20).default(8),
})
export type CustomerSearch = z.output<typeof customerSearch>

export const partnerSearch = z.object({
  companyId: companyId.optional(),
  q: line(128, 0).default(''),
  id: companyId.optional(),
})
export type PartnerSearch = z.output<typeof partnerSearch>

/** Products or plans to filter by: what is typed, and the one that a link names already. */
export const holdingSearch = z.object({
  companyId: companyId.optional(),
  q: line(150, 0).default(''),
  id: z.uuid().optional(),
})
export type HoldingSearch = z.output<typeof holdingSearch>

export const displayChange = z.object({ display: displaySetting })
