'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { FilterSpec } from '@/components/table/types'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'

/** The filter by a product or a plan that customers have. A link may name one already: its name is asked for. */
export function useHoldingFilter(key: 'product' | 'plan', chosen: string | undefined): FilterSpec {
  const t = useTranslations('customers')
  const trpc = useTRPC()
  const { customers } = useTRPCClient()
  const { options, ask } = {
    product: { options: trpc.customers.productOptions, ask: customers.productOptions },
    plan: { options: trpc.customers.planOptions, ask: customers.planOptions },
  }[key]
  const named = useQuery(options.queryOptions({ id: chosen ?? '' }, { enabled: chosen !== undefined }))
  return {
    key,
    kind: 'search',
    label: t(`filter.${key}`),
    labelOf: (id) => named.data?.find((option) => option.id === id)?.name ?? '…',
    search: async (text, signal) => {
      const found = await ask.query({ q: text }, { signal })
      return found.map(({ id, name, owner }) => ({ value: id, label: owner ? `${name} · ${owner}` : name }))
    },
  }
}
