'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { FilterSpec, TableState } from '@/components/table/types'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { KEY_STATUSES } from '@/server/features/keys/rules'
import { filterOf } from './list-input'

/** The fields of the search pane. */
export function useKeyFilters(state: TableState): readonly FilterSpec[] {
  const t = useTranslations('keys')
  const trpc = useTRPC()
  const { keys } = useTRPCClient()
  const { planId } = filterOf(state)
  const named = useQuery(trpc.keys.plansOfKeys.queryOptions({ id: planId ?? '' }, { enabled: planId !== undefined }))
  return [
    {
      key: 'plan',
      kind: 'search',
      label: t('column.plan'),
      labelOf: (id) => named.data?.find((plan) => plan.id === id)?.name ?? id,
      search: async (q, signal) => {
        const found = await keys.plansOfKeys.query({ q }, { signal })
        return found.map(({ id, name }) => ({ value: id, label: name }))
      },
    },
    {
      key: 'status',
      kind: 'choices',
      label: t('column.status'),
      options: KEY_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    { key: 'batch', kind: 'text', label: t('column.batch'), placeholder: t('filter.batchPlaceholder') },
    { key: 'created', kind: 'days', label: t('filter.created') },
    { key: 'used', kind: 'days', label: t('filter.used') },
  ]
}
