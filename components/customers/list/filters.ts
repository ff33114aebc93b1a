'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCountries } from '@/components/companies/country'
import type { FilterSpec } from '@/components/table/types'
import { useTRPC } from '@/components/trpc/client'
import { ATTENTION_KINDS, CUSTOMER_PORTALS, CUSTOMER_STATUSES } from '@/server/features/customers/list-schema'

/** The fields of the search pane. Partners and tags offer what there is. */
export function useCustomerFilters(): readonly FilterSpec[] {
  const t = useTranslations('customers')
  const tStatus = useTranslations('access.status')
  const trpc = useTRPC()
  const countries = useCountries()
  const { data: tags } = useQuery(trpc.customers.tags.queryOptions())
  return useMemo(() => {
    const nameOf = (code: string) => countries.find((country) => country.code === code)?.name ?? code
    const filters: FilterSpec[] = [
      {
        key: 'status',
        kind: 'choices',
        label: t('column.status'),
        options: CUSTOMER_STATUSES.map((value) => ({ value, label: tStatus(value) })),
      },
      {
        key: 'portal',
        kind: 'choices',
        label: t('column.portal'),
        options: CUSTOMER_PORTALS.map((value) => ({ value, label: t(`portal.${value}`) })),
      },
      {
        key: 'attention',
        kind: 'choices',
        label: t('filter.attention'),
        options: ATTENTION_KINDS.map((value) => ({ value, label: t(`filter.${value}`) })),
      },
      { key: 'expires', kind: 'days', label: t('filter.expires') },
      {
        key: 'country',
        kind: 'search',
        label: t('column.country'),
        labelOf: nameOf,
        search: async (text) =>
          countries
            .filter(({ name }) => name.toLocaleLowerCase().includes(text.toLocaleLowerCase()))
            .slice(0, 8)
            .map(({ code, name }) => ({ value: code, label: name })),
      },
      { key: 'city', kind: 'text', label: t('column.city') },
      {
        key: 'managed',
        kind: 'choice',
        label: t('column.managed'),
        options: [
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ],
      },
      { key: 'created', kind: 'days', label: t('column.created') },
      ...(tags && tags.length > 0
        ? [
            {
              key: 'tags',
              kind: 'choices' as const,
              label: t('column.tags'),
              options: tags.slice(0, 30).map((tag) => ({ value: tag, label: tag })),
            },
          ]
        : []),
    ]
    return filters
  }, [t, tStatus, countries, tags])
}
