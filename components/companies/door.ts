import { useTRPC } from '@/components/trpc/client'

/** Through which door a company is looked after: each asks by the privilege of its own screens. */
export type Door = 'customers' | 'partners'

/** What is asked about a company and its first account before they are made. */
export function useDoor(door: Door) {
  return useTRPC()[door]
}
