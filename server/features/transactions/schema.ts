import { z } from 'zod'
import { companyId } from '@/server/features/companies/schema'
import { licenceDay } from '@/server/features/licences/schema'
import { TRANSACTION_TYPES } from '@/server/features/licences/state'
import { line } from '@/server/lib/text'

/** What is left out restricts nothing. Days are those of the person's time zone. */
export const transactionFilter = z.object({
  /** The beginning of a word of the customer's, product's or plan's name, or what it refers to. */
  q: line(128, 0).optional(),
  type: z.array(z.enum(TRANSACTION_TYPES)).max(TRANSACTION_TYPES.length).optional(),
  productId: z.uuid().optional(),
  planId: z.uuid().optional(),
  partnerId: companyId.optional(),
  customerId: companyId.optional(),
  from: licenceDay.optional(),
  to: licenceDay.optional(),
})
export type TransactionFilter = z.output<typeof transactionFilter>
export type TransactionFilterInput = z.input<typeof transactionFilter>

export const transactionPage = z.object({
  companyId: companyId.optional(),
  filter: transactionFilter.default({}),
  after: z.uuid().optional(),
  before: z.uuid().optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type TransactionPage = z.output<typeof transactionPage>
export type TransactionPageInput = z.input<typeof transactionPage>

export const transactionCount = z.object({ companyId: companyId.optional(), filter: transactionFilter.default({}) })

export const TRANSACTION_OPTIONS = ['product', 'plan', 'partner', 'customer'] as const
/** What a field of the search pane offers: what begins or holds a word, or the one that an address already names. */
export const transactionOptions = z.object({
  companyId: companyId.optional(),
  of: z.enum(TRANSACTION_OPTIONS),
  q: line(128, 0).default(''),
  id: z.string().max(40).optional(),
})
export type TransactionOptions = z.output<typeof transactionOptions>

/** A calendar month, as `2026-11`. */
export const month = z.string().regex(/^(19|2\d)\d\d-(0[1-9]|1[0-2])$/, 'day')
