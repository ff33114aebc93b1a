import { CUSTOMER_OPERATIONS } from '@/server/features/customers/jobs'
import { importCustomers } from '@/server/features/imports/jobs'
import { KEY_OPERATIONS } from '@/server/features/keys/jobs'
import { LICENCE_OPERATIONS } from '@/server/features/licences/jobs'
import { suiteChange } from '@/server/features/licences/suite-change'
import type { OperationRegistry } from '@/server/features/operations/kinds'

/** Every kind of long-running work and who does it (`customerImport: importCustomers` …). Complete by type. */
export const OPERATIONS: Partial<OperationRegistry> = {
  ...CUSTOMER_OPERATIONS,
  ...KEY_OPERATIONS,
  ...LICENCE_OPERATIONS,
  customerImport: importCustomers,
  suiteChange,
}
