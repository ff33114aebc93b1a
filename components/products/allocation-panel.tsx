'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { ListFailure } from '@/components/table/list-failure'
import { useTRPC } from '@/components/trpc/client'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import type { AllocationRow } from '@/server/features/products/allocations'
import { AllocationDialog } from './allocation-dialog'
import { AllocationTables } from './allocation-tables'

type Props = {
  /** An MSP. */
  companyId: string
  /** Why nothing can be changed here at the moment, or null. */
  reason?: string | null
}

/** What an MSP may sell, by product and version: allocated, provisioned, available; for tier 1 the way to change it. */
export function AllocationPanel({ companyId, reason = null }: Props) {
  const trpc = useTRPC()
  const can = useCan()
  const [editing, setEditing] = useState<AllocationRow | null>(null)
  const list = useQuery(trpc.products.allocations.list.queryOptions({ companyId }))
  if (list.error) return <ListFailure error={list.error} isBusy={list.isFetching} onRetry={list.refetch} />
  if (!list.data) return <Skeleton className="h-40 w-full" />
  return (
    <div className="flex max-w-6xl flex-col gap-4">
      <AllocationTables rows={list.data} reason={reason} onEdit={can('partner.allocate') ? setEditing : undefined} />
      {editing ? <SetDialog companyId={companyId} row={editing} onClose={() => setEditing(null)} /> : null}
    </div>
  )
}

type SetProps = { companyId: string; row: AllocationRow; onClose: () => void }

/** Changes what a partner may sell, at once. */
function SetDialog({ companyId, row, onClose }: SetProps) {
  const t = useTranslations('products')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { allocation, productId, version } = row
  const set = useMutation(
    trpc.products.allocations.set.mutationOptions({
      // Somebody else's figures stand in the list then, and what was typed stays in the dialog.
      onError: () => queries.invalidateQueries({ queryKey: trpc.products.allocations.pathKey() }),
      onSuccess: async () => {
        toast(t('allocation.done', { name: row.name }))
        await queries.invalidateQueries()
      },
    }),
  )
  return (
    <AllocationDialog
      row={row}
      save={(terms) => set.mutateAsync({ companyId, productId, version, ...terms, was: allocation?.allocated ?? null })}
      onClose={onClose}
    />
  )
}
