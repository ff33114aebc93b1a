'use client'

import type { BulkCalls } from '@/components/bulk/use-bulk'
import { useTRPCClient } from '@/components/trpc/client'
import type { LicencePlan } from '@/server/features/licences/bulk-totals'
import type { LicenceBulkRequest } from './request'

/** The procedures behind a request. */
export function useLicenceBulkCalls(request: LicenceBulkRequest): BulkCalls<LicencePlan> {
  const { licences } = useTRPCClient()
  const { customers, productId, sendMail, ask } = request
  const selection = { kind: 'customers' as const, customers, ...(productId ? { productIds: [productId] } : {}) }
  const selected = { selection, sendMail }
  switch (ask.kind) {
    case 'licenceAssign':
      return {
        plan: () => licences.assignMany.plan.mutate({ selection: customers, wishes: ask.wishes, sendMail }),
        carryOut: (operationId) => licences.assignMany.carryOut.mutate({ operationId }),
      }
    case 'licenceRenew':
      return {
        plan: () => licences.renewMany.plan.mutate({ ...selected, ...(ask.months ? { months: ask.months } : {}) }),
        carryOut: (operationId) => licences.renewMany.carryOut.mutate({ operationId }),
      }
    case 'licenceModify':
      return {
        plan: () => licences.modifyMany.plan.mutate({ ...selected, changes: ask.changes }),
        carryOut: (operationId) => licences.modifyMany.carryOut.mutate({ operationId }),
      }
    case 'licenceSuspend':
      return {
        plan: () => licences.suspendMany.plan.mutate({ ...selected, ...(ask.endsOn ? { endsOn: ask.endsOn } : {}) }),
        carryOut: (operationId) => licences.suspendMany.carryOut.mutate({ operationId }),
      }
    case 'licenceResume':
      return {
        plan: () => licences.resumeMany.plan.mutate(selected),
        carryOut: (operationId) => licences.resumeMany.carryOut.mutate({ operationId }),
      }
  }
}
