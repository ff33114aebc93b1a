'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import type { BulkRequest } from './bulk-request'

/** The procedures behind a request: what it would do, and doing exactly that. */
export function useBulk({ id, kind, selection, tags }: BulkRequest) {
  const trpc = useTRPC()
  const { customers } = useTRPCClient()
  const calls = {
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
  /** Made once for each asking, however often the dialog is drawn. */
  const plan = useQuery({
    queryKey: ['customers', 'plan', id],
    queryFn: calls.plan,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  const carryOut = useMutation({
    mutationFn: ({ operationId, typed }: { operationId: string; typed: string }) => calls.carryOut(operationId, typed),
  })
  const operation = useQuery(
    trpc.operations.get.queryOptions(
      { operationId: carryOut.data?.operationId ?? '' },
      {
        enabled: carryOut.data !== undefined,
        refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 500),
      },
    ),
  )
  return { plan, carryOut, operation: operation.data, isOver: isOver(operation.data?.state) }
}

const isOver = (state: string | undefined): boolean =>
  state !== undefined && ['done', 'failed', 'cancelled'].includes(state)
