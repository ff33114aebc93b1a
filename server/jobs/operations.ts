import { CUSTOMER_OPERATIONS } from '@/server/features/customers/jobs'
import { importCustomers } from '@/server/features/imports/jobs'
import type { OperationRegistry } from '@/server/features/operations/kinds'

/** Every kind of long-running work and who does it (`customerImport: importCustomers` …). Complete by type. */
export const OPERATIONS: Partial<OperationRegistry> = { ...CUSTOMER_OPERATIONS, customerImport: importCustomers }
