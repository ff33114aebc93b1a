import type { OperationDefinition } from '@/server/features/operations/kinds'
import { BULK_PRIVILEGE, type LicenceBulkKind } from './bulk-rules'
import { bulkStep } from './bulk-step'

const definition = (kind: LicenceBulkKind): OperationDefinition => ({ privilege: BULK_PRIVILEGE[kind], step: bulkStep })

/** Bulk changes of licences: who may, and what does it. */
export const LICENCE_OPERATIONS: Record<LicenceBulkKind, OperationDefinition> = {
  licenceAssign: definition('licenceAssign'),
  licenceRenew: definition('licenceRenew'),
  licenceModify: definition('licenceModify'),
  licenceSuspend: definition('licenceSuspend'),
  licenceResume: definition('licenceResume'),
}
