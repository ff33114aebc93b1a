'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCan } from '@/components/access/access-provider'
import type { SavedViews } from '@/components/table/types'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import type { ScreenSetup } from '@/server/features/views/queries'
import type { ViewScreen } from '@/server/features/views/schema'

/** How the person has set up a list: saved views, columns, and what else is kept for the screen. The page has loaded it. */
export function useScreenSetup(screen: ViewScreen) {
  const trpc = useTRPC()
  const { views } = useTRPCClient()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const can = useCan()
  const options = trpc.views.setup.queryOptions({ screen })
  const { data } = useQuery(options)
  const fresh = () => queries.invalidateQueries({ queryKey: options.queryKey })
  const saved: SavedViews = {
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
  /** Shows a change at once; what is kept follows, or the old state comes back. */
  const expect = async (change: (setup: ScreenSetup) => ScreenSetup, keep: () => Promise<unknown>) => {
    queries.setQueryData(options.queryKey, (setup) => (setup ? change(setup) : setup))
    await keep().catch(fresh)
  }
  return {
    views: saved,
    columns: data?.columns ?? null,
    settings: data?.settings,
    expect,
    /** Remembers the columns for the account, if it may keep anything now. */
    keepColumns: (columns: string | null) =>
      can('self.update')
        ? expect(
            (setup) => ({ ...setup, columns }),
            () => views.keepColumns.mutate({ screen, columns }),
          )
        : Promise.resolve(),
  }
}
