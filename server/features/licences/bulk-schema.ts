import { z } from 'zod'
import { companyId } from '@/server/features/companies/schema'
import { customerSelection } from '@/server/features/customers/selection'
import { licenceDay, months, noticeDays, units, wishes } from './schema'
import { UNITS_MAX } from './state'

/** How many licences, or customers when plans are assigned, one bulk action takes. */
export const BULK_MAX = 100_000
/** How many licences can be named one by one. */
const PICKED_MAX = 5000

/** Which licences are meant: these, or all that are not cancelled of some customers, perhaps of some products or plans only. */
export const licenceSelection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('licences'), ids: z.array(z.uuid()).min(1).max(PICKED_MAX) }),
  z.object({
    kind: z.literal('customers'),
    customers: customerSelection,
    productIds: z.array(z.uuid()).min(1).max(100).optional(),
    planIds: z.array(z.uuid()).min(1).max(100).optional(),
  }),
])
export type LicenceSelection = z.output<typeof licenceSelection>
export type LicenceSelectionInput = z.input<typeof licenceSelection>

const selected = z.object({
  companyId: companyId.optional(),
  selection: licenceSelection,
  sendMail: z.boolean().default(true),
})

/** Units: so many, or so many more (fewer when negative). */
export const unitsChange = z.union([
  z.object({ to: units }),
  z.object({ by: z.number().int().min(-UNITS_MAX).max(UNITS_MAX) }),
])

export const bulkChanges = z.object({
  units: unitsChange.optional(),
  autoRenew: z.boolean().optional(),
  renewMonths: months.optional(),
  noticeDays: noticeDays.optional(),
  managed: z.boolean().optional(),
})
export type BulkModification = z.output<typeof bulkChanges>

export const bulkRenewal = selected.extend({ months: months.optional() })
export const bulkModification = selected.extend({ changes: bulkChanges })
export const bulkSuspension = selected.extend({ endsOn: licenceDay.optional() })
export const bulkResumption = selected

/** Plans for many customers. */
export const bulkAssignment = z.object({
  companyId: companyId.optional(),
  selection: customerSelection,
  wishes,
  sendMail: z.boolean().default(true),
})
export type BulkAssignment = z.output<typeof bulkAssignment>

export const planRef = z.object({ operationId: z.uuid() })
