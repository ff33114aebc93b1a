'use client'

import type { BulkCalls } from '@/components/bulk/use-bulk'
import { useTRPCClient } from '@/components/trpc/client'
import type { Plan } from '@/server/features/customers/bulk-plan'
import type { BulkRequest } from './bulk-request'

/** The procedures behind a request. */
export function useBulkCalls({ kind, selection, tags }: BulkRequest): BulkCalls<Plan> {
  const { customers } = useTRPCClient()
  return {
    customerDisable: {
      plan: () => customers.disableMany.plan.mutate({ selection }),
      carryOut: (operationId: string) => customers.disableMany.carryOut.mutate({ operationId }),
    },
    customerEnable: {
      plan: () => customers.enableMany.plan.mutate({ selection }),
      carryOut: (operationId: string) => customers.enableMany.carryOut.mutate({ operationId }),
    },
    customerDelete: {
      plan: () => customers.deleteMany.plan.mutate({ selection }),
      carryOut: (operationId: string, typed: string) => customers.deleteMany.carryOut.mutate({ operationId, typed }),
    },
    customerTag: {
      plan: () => customers.tagMany.plan.mutate({ selection, ...tags }),
      carryOut: (operationId: string) => customers.tagMany.carryOut.mutate({ operationId }),
    },
  }[kind]
}
