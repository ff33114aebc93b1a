import type { OperationDefinition } from '@/server/features/operations/kinds'
import { bulkStep } from './bulk-step'
import type { BulkKind } from './rules'

/** Bulk changes of customers: who may, and what does it. */
export const CUSTOMER_OPERATIONS: Record<BulkKind, OperationDefinition> = {
  customerDisable: { privilege: 'customer.disable', step: bulkStep },
  customerEnable: { privilege: 'customer.disable', step: bulkStep },
  customerDelete: { privilege: 'customer.delete', step: bulkStep },
  customerTag: { privilege: 'customer.update', step: bulkStep },
}
