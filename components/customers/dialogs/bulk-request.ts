import type { BulkKind } from '@/server/features/customers/rules'
import type { CustomerSelectionInput } from '@/server/features/customers/selection'

/** A bulk change that somebody asked for, as it was selected at that moment. */
export type BulkRequest = {
  /** Distinguishes one asking from the next. */
  id: string
  kind: BulkKind
  selection: CustomerSelectionInput
  /** Only for tags. */
  tags: { add: string[]; remove: string[] }
}
