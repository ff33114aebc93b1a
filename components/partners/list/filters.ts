'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { FilterSpec } from '@/components/table/types'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { PARTNER_ATTENTION, PARTNER_KINDS, PARTNER_STATUSES } from '@/server/features/partners/options'

/** The search pane. A link may name a product already: its name is asked for. */
export function usePartnerFilters(productId: string | undefined): readonly FilterSpec[] {
  const t = useTranslations('partners')
  const tAccess = useTranslations('access')
  const trpc = useTRPC()
  const { partners } = useTRPCClient()
  const named = useQuery(
    trpc.partners.productOptions.queryOptions({ id: productId ?? '' }, { enabled: productId !== undefined }),
  )
  return [
    {
      key: 'status',
      kind: 'choices',
      label: t('column.status'),
      options: PARTNER_STATUSES.map((value) => ({ value, label: tAccess(`status.${value}`) })),
    },
    {
      key: 'kind',
      kind: 'choices',
      label: t('column.kind'),
      options: PARTNER_KINDS.map((value) => ({ value, label: tAccess(`kind.${value}`) })),
    },
    {
      key: 'product',
      kind: 'search',
      label: t('filter.product'),
      hint: t('filter.productHint'),
      labelOf: (id) => named.data?.find((option) => option.id === id)?.name ?? '…',
      search: async (text, signal) => {
        const found = await partners.productOptions.query({ q: text }, { signal })
        return found.map(({ id, name }) => ({ value: id, label: name }))
      },
    },
    {
      key: 'attention',
      kind: 'choices',
      label: t('filter.attention'),
      options: PARTNER_ATTENTION.map((value) => ({ value, label: t(`filter.${value}`) })),
    },
  ]
}
