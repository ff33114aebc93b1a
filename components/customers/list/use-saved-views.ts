'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { SavedViews } from '@/components/table/types'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import type { ViewScreen } from '@/server/features/views/schema'

/** The saved views of a screen: one's own and those colleagues share. */
export function useSavedViews(screen: ViewScreen): SavedViews {
  const trpc = useTRPC()
  const { views } = useTRPCClient()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const { data } = useQuery(trpc.views.setup.queryOptions({ screen }))
  const fresh = () => queries.invalidateQueries({ queryKey: trpc.views.setup.queryKey({ screen }) })
  return {
    items: data?.views ?? [],
    onSave: async (view) => {
      await views.save.mutate({ screen, ...view })
      await fresh()
    },
    onChange: async ({ id, ...view }) => {
      await views.change.mutate({ viewId: id, ...view })
      await fresh()
    },
    onDelete: async ({ id }) => {
      await views.delete.mutate({ viewId: id })
      await fresh()
    },
    refusalOf: refusal.of,
  }
}
