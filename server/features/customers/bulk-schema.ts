import { z } from 'zod'
import { tags } from '@/server/features/companies/schema'
import { customerSelection } from './selection'

/** How many customers one bulk action takes. */
export const BULK_MAX = 100_000

export const bulkSelection = z.object({ selection: customerSelection })
export type BulkSelection = z.output<typeof bulkSelection>

export const bulkTags = bulkSelection.extend({ add: tags.default([]), remove: tags.default([]) })

export const planRef = z.object({ operationId: z.uuid() })
export type PlanRef = z.output<typeof planRef>

/** Final deeds are confirmed by what is typed: the name of the one customer, or how many there are. */
export const confirmedPlan = planRef.extend({ typed: z.string().max(200) })
export type ConfirmedPlan = z.output<typeof confirmedPlan>
