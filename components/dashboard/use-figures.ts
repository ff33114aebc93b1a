'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc/client'

/** The dashboard's figures, asked for once whoever shows them. They come after the first paint. */
export function useFigures() {
  const trpc = useTRPC()
  return useQuery(trpc.dashboard.figures.queryOptions())
}
