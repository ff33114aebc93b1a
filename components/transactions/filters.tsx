'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import type { FilterSpec, TableState } from '@/components/table/types'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { TRANSACTION_TYPES } from '@/server/features/licences/state'
import type { TransactionOptions } from '@/server/features/transactions/schema'

/** The fields of the search pane; partners for those who have some. */
export function useTransactionFilters({ filters }: TableState): readonly FilterSpec[] {
  const t = useTranslations('transactions')
  const { kind } = usePerson()
  const product = useOptions('product', filters.product)
  const plan = useOptions('plan', filters.plan)
  const partner = useOptions('partner', filters.partner)
  const customer = useOptions('customer', filters.customer)
  const hasPartners = kind === 'distributor' || kind === 'isp'
  return [
    { key: 'at', kind: 'days', label: t('filter.at') },
    {
      key: 'type',
      kind: 'choices',
      label: t('column.type'),
      options: TRANSACTION_TYPES.map((value) => ({ value, label: t(`type.${value}`) })),
    },
    { key: 'product', kind: 'search', label: t('column.product'), ...product },
    { key: 'plan', kind: 'search', label: t('column.plan'), ...plan },
    ...(hasPartners ? [{ key: 'partner', kind: 'search' as const, label: t('column.managedBy'), ...partner }] : []),
    { key: 'customer', kind: 'search', label: t('column.customer'), ...customer },
  ]
}

/** One of many, searched for. A link may name one already: its name is asked for. */
function useOptions(of: TransactionOptions['of'], chosen: string | undefined) {
  const trpc = useTRPC()
  const { transactions } = useTRPCClient()
  const named = useQuery(
    trpc.transactions.options.queryOptions({ of, id: chosen ?? '' }, { enabled: chosen !== undefined }),
  )
  return {
    labelOf: (id: string) => named.data?.find((one) => one.id === id)?.name ?? id,
    search: async (q: string, signal: AbortSignal) => {
      const found = await transactions.options.query({ of, q }, { signal })
      return found.map(({ id, name }) => ({ value: id, label: name }))
    },
  }
}
