import { z } from 'zod'
import { companyId } from '@/server/features/companies/schema'
import { UNITS_MAX } from '@/server/features/licences/state'
import { day } from '@/server/lib/days'
import { line } from '@/server/lib/text'
import { KEYS_PER_PAGE, PICKED_MAX } from './list-options'
import { KEY_STATUSES, KEYS_MAX, REDEMPTIONS_MAX } from './rules'

export const BATCH_MAX = 60
const nearDay = day.refine((value) => value >= '1900-01-01' && value < '3000-01-01', 'day')
const whole = (max: number) => z.int32().min(1).max(max)

/** What is generated: so many keys for a plan. `companyId`: whose keys they will be (default: one's own company). */
export const newKeys = z.object({
  companyId: companyId.optional(),
  planId: z.uuid('required'),
  count: whole(KEYS_MAX),
  units: whole(UNITS_MAX),
  redemptions: whole(REDEMPTIONS_MAX).default(1),
  /** First day on which they no longer work. */
  expiresOn: nearDay.nullable().default(null),
  batch: line(BATCH_MAX, 0).default(''),
})
export type NewKeys = z.output<typeof newKeys>
export type NewKeysInput = z.input<typeof newKeys>

/** The search pane. What is left out restricts nothing. */
export const keyFilter = z.object({
  /** A whole key, or the last characters of one. */
  q: line(64, 0).optional(),
  planId: z.uuid().optional(),
  status: z.array(z.enum(KEY_STATUSES)).max(KEY_STATUSES.length).optional(),
  batch: line(BATCH_MAX, 0).optional(),
  createdFrom: nearDay.optional(),
  createdTo: nearDay.optional(),
  usedFrom: nearDay.optional(),
  usedTo: nearDay.optional(),
})
export type KeyFilter = z.output<typeof keyFilter>
export type KeyFilterInput = z.input<typeof keyFilter>

/** One page, the newest first unless asked otherwise: what follows `after`, or what stands before `before`. */
export const keyPage = z.object({
  companyId: companyId.optional(),
  filter: keyFilter.default({}),
  oldestFirst: z.boolean().default(false),
  after: z.uuid().optional(),
  before: z.uuid().optional(),
  limit: z.number().int().min(1).max(200).default(KEYS_PER_PAGE),
})
export type KeyPage = z.output<typeof keyPage>
export type KeyPageInput = z.input<typeof keyPage>

export const keyCount = z.object({ companyId: companyId.optional(), filter: keyFilter.default({}) })
export type KeyCount = z.output<typeof keyCount>

/** Which keys are meant: these, or everything that matches a filter but these. */
export const keySelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(z.uuid()).min(1).max(PICKED_MAX) }),
  z.object({
    kind: z.literal('matching'),
    filter: keyFilter,
    except: z.array(z.uuid()).max(PICKED_MAX).default([]),
  }),
])
export type KeySelection = z.output<typeof keySelection>
export type KeySelectionInput = z.input<typeof keySelection>

export const selectedKeys = z.object({ selection: keySelection })
export type SelectedKeys = z.output<typeof selectedKeys>

export const keyRef = z.object({ keyId: z.uuid() })
export type KeyRef = z.output<typeof keyRef>

export const planSearch = z.object({
  companyId: companyId.optional(),
  q: line(128, 0).default(''),
  id: z.uuid().optional(),
})
export type PlanSearch = z.output<typeof planSearch>

export const operationRef = z.object({ operationId: z.uuid() })
export type OperationRef = z.output<typeof operationRef>
