'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { lazy } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { usePartnerFilter } from '@/components/companies/partner-filter'
import { useBrowser } from '@/components/forms/use-browser'
import type { FilterOption, FilterSpec, TableState } from '@/components/table/types'
import { choicesOf } from '@/components/table/url-state'
import {
  ATTENTION_KINDS,
  CUSTOMER_PORTALS,
  CUSTOMER_STATUSES,
  LICENCE_CONDITIONS,
} from '@/server/features/customers/list-options'
import { countryName } from '@/server/lib/country-name'
import { useHoldingFilter } from './holding-filter'

const OPTIONS_MAX = 12

const TagFilter = lazy(() => import('./tag-filter').then((module) => ({ default: module.TagFilter })))

/** The fields of the search pane. Partners are offered to those who have any. */
export function useCustomerFilters(state: TableState): readonly FilterSpec[] {
  const t = useTranslations('customers')
  const tStatus = useTranslations('access.status')
  const format = useFormatter()
  const locale = useLocale()
  const isInBrowser = useBrowser()
  const { kind } = usePerson()
  const partner = usePartnerFilter({
    chosen: state.filters.partner,
    label: t('column.partner'),
    isOffered: kind === 'distributor' || kind === 'isp',
  })
  const product = useHoldingFilter('product', state.filters.product)
  const plan = useHoldingFilter('plan', state.filters.plan)
  const nameOf = (code: string) => (isInBrowser ? countryName(code, locale) : code)
  const searchCountry = async (text: string): Promise<FilterOption[]> => {
    const { countriesIn } = await import('@/server/lib/countries')
    const wanted = plain(text)
    const found = countriesIn(locale).filter(
      ({ code, name }) => plain(name).includes(wanted) || code === text.trim().toUpperCase(),
    )
    return found.slice(0, OPTIONS_MAX).map(({ code, name }) => ({ value: code, label: name }))
  }
  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return [
    ...partner,
    {
      key: 'status',
      kind: 'choices',
      label: t('column.status'),
      options: options(CUSTOMER_STATUSES, (value) => tStatus(value)),
    },
    {
      key: 'portal',
      kind: 'choices',
      label: t('column.portal'),
      options: options(CUSTOMER_PORTALS, (value) => t(`portal.${value}`)),
    },
    {
      key: 'attention',
      kind: 'choices',
      label: t('filter.attention'),
      options: options(ATTENTION_KINDS, (value) => t(`filter.${value}`)),
    },
    {
      key: 'licences',
      kind: 'choices',
      label: t('filter.licences'),
      options: options(LICENCE_CONDITIONS, (value) => t(`licences.${value}`)),
    },
    product,
    plan,
    { key: 'expires', kind: 'days', label: t('filter.expires') },
    {
      key: 'country',
      kind: 'search',
      label: t('column.country'),
      labelOf: (value) => format.list(choicesOf(value).map(nameOf), { type: 'unit' }),
      search: searchCountry,
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
    { key: 'created', kind: 'days', label: t('filter.created') },
    {
      key: 'tags',
      kind: 'custom',
      label: t('column.tags'),
      render: (value, set) => (
        <TagFilter tags={choicesOf(value)} onTagsChange={(tags) => set(tags.join(',') || undefined)} />
      ),
      chip: (value) => format.list(choicesOf(value), { type: 'disjunction' }),
    },
  ]
}

/** Without case and accents, as the server compares. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
