'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc/client'

/** The two procedures of a bulk change: what it would do, and doing exactly that. */
export type BulkCalls<Plan> = {
  plan: () => Promise<Plan>
  carryOut: (operationId: string, typed: string) => Promise<{ operationId: string }>
}

/** What every preview says before its rows. */
export type AnyPlan = { operationId: string; total: number; willChange: number }

/** A bulk change under way: its preview, carrying it out, how far that has come. `id` distinguishes one asking from the next. */
export function useBulk<Plan extends AnyPlan>(id: string, calls: BulkCalls<Plan>) {
  const trpc = useTRPC()
  /** Made once for each asking, however often the dialog is drawn. */
  const plan = useQuery({
    queryKey: ['bulk', 'plan', id],
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

export type Bulk<Plan extends AnyPlan> = ReturnType<typeof useBulk<Plan>>

const isOver = (state: string | undefined): boolean =>
  state !== undefined && ['done', 'failed', 'cancelled'].includes(state)
