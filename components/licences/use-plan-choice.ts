'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc/client'

/** The plans and pools of a managing company, for those who may assign. */
export function usePlanChoice(managerId: string) {
  const trpc = useTRPC()
  return useQuery(trpc.customers.plansToAssign.queryOptions({ id: managerId }))
}
