import type { CustomerSelectionInput } from '@/server/features/customers/selection'
import type { LicenceBulkKind } from '@/server/features/licences/bulk-rules'
import type { WishInput } from '@/server/features/licences/schema'

/** What is asked of each licence, or of each customer when plans are assigned. */
export type LicenceAsk =
  | { kind: 'licenceAssign'; wishes: WishInput[] }
  | { kind: 'licenceRenew'; months?: number }
  | {
      kind: 'licenceModify'
      changes: { units?: { to: number } | { by: number }; autoRenew?: boolean; renewMonths?: number }
    }
  | { kind: 'licenceSuspend'; endsOn?: string }
  | { kind: 'licenceResume' }

/** A bulk change of licences that somebody asked for, as it was selected at that moment. */
export type LicenceBulkRequest = {
  /** Distinguishes one asking from the next. */
  id: string
  customers: CustomerSelectionInput
  /** Only licences of this product; null: of all. */
  productId: string | null
  sendMail: boolean
  ask: LicenceAsk
}

/** The actions that the list offers; two of them change terms. */
export const LICENCE_BULK_ACTIONS = ['assign', 'renew', 'units', 'autoRenew', 'suspend', 'resume'] as const
export type LicenceBulkAction = (typeof LICENCE_BULK_ACTIONS)[number]

export const KIND_OF: Record<LicenceBulkAction, LicenceBulkKind> = {
  assign: 'licenceAssign',
  renew: 'licenceRenew',
  units: 'licenceModify',
  autoRenew: 'licenceModify',
  suspend: 'licenceSuspend',
  resume: 'licenceResume',
}
