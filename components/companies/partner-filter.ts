'use client'

import { useQuery } from '@tanstack/react-query'
import type { FilterSpec } from '@/components/table/types'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'

type Options = {
  /** The partner that the address names already: its name is asked for. */
  chosen: string | undefined
  label: string
  /** Only for those who have partners. */
  isOffered: boolean
  /** A company that is no choice. */
  without?: string
}

/** The field of a search pane that finds one of one's partners. */
export function usePartnerFilter({ chosen, label, isOffered, without }: Options): readonly FilterSpec[] {
  const trpc = useTRPC()
  const { customers } = useTRPCClient()
  const named = useQuery(
    trpc.customers.partnerOptions.queryOptions({ id: chosen ?? '' }, { enabled: isOffered && chosen !== undefined }),
  )
  if (!isOffered) return []
  return [
    {
      key: 'partner',
      kind: 'search',
      label,
      labelOf: (value) => named.data?.find(({ id }) => id === value)?.name ?? value,
      search: async (text, signal) => {
        const found = await customers.partnerOptions.query({ q: text }, { signal })
        return found.filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, label: name }))
      },
    },
  ]
}
