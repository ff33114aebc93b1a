'use client'

import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTRPC } from '@/components/trpc/client'

const OperationsBadge = lazy(() => import('./operations-badge').then((module) => ({ default: module.OperationsBadge })))

const BUSY_MS = 2_000
const IDLE_MS = 30_000

/** What the person has running or waiting, while there is something; looks often only then. */
export function RunningOperations() {
  const trpc = useTRPC()
  const { data: operations = [] } = useQuery({
    ...trpc.operations.unfinished.queryOptions(),
    staleTime: BUSY_MS,
    refetchInterval: ({ state }) => (state.data && state.data.length > 0 ? BUSY_MS : IDLE_MS),
  })
  if (operations.length === 0) return null
  return (
    <Suspense>
      <OperationsBadge operations={operations} />
    </Suspense>
  )
}
