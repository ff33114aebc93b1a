'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCan, usePerson } from '@/components/access/access-provider'
import { DataTable } from '@/components/table/data-table'
import { listProps } from '@/components/table/list-props'
import type { FilterSpec } from '@/components/table/types'
import { useKeptState } from '@/components/table/use-kept-state'
import { useTRPC } from '@/components/trpc/client'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { PLAN_STATE_FILTERS, PLAN_VERSIONS } from '@/server/features/plans/options'
import { usePlanColumns } from './columns'
import { filterOf, PLAN_FILTERS, pageOf } from './list-input'

/** The screen Service plans: one's own, those one was given, and for tier 1 those of its partners. */
export function PlansTable() {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const can = useCan()
  const { setup, state, setState } = useKeptState('plans', PLAN_FILTERS)
  const rows = useQuery({ ...trpc.plans.list.queryOptions(pageOf(state)), placeholderData: keepPreviousData })
  const count = useQuery(trpc.plans.count.queryOptions({ filter: filterOf(state) }))
  const columns = usePlanColumns(filterOf(state).owner !== undefined)
  const filters = usePlanFilters()
  const create = can('plan.create') ? (
    <ButtonLink variant="primary" icon={Plus} href="/plans/new">
      {t('new')}
    </ButtonLink>
  ) : null
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')} action={create} />
      <DataTable
        label={t('title')}
        columns={columns}
        {...listProps(rows, count.data)}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/plans/${row.id}`}
        state={state}
        setState={setState}
        searchLabel={t('search')}
        filters={filters}
        views={setup.views}
        empty={
          <EmptyState
            title={t('empty')}
            hint={t(can('plan.create') ? 'emptyHint' : 'emptyHintReader')}
            action={create}
          />
        }
      />
    </>
  )
}

/** The search pane. */
function usePlanFilters(): readonly FilterSpec[] {
  const t = useTranslations('plans')
  const trpc = useTRPC()
  const { kind } = usePerson()
  const products = useQuery(trpc.plans.products.queryOptions())
  const isParent = kind === 'distributor' || kind === 'isp'
  return [
    ...(isParent
      ? [
          {
            key: 'owner',
            kind: 'choice' as const,
            label: t('column.owner'),
            anyLabel: t('ownCompany'),
            options: [
              { value: 'partners', label: t('ofPartners') },
              { value: 'all', label: t('ofAll') },
            ],
          },
        ]
      : []),
    {
      key: 'state',
      kind: 'choices',
      label: t('column.states'),
      options: PLAN_STATE_FILTERS.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    {
      key: 'product',
      kind: 'choice',
      label: t('column.product'),
      options: (products.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      key: 'version',
      kind: 'choices',
      label: t('column.version'),
      options: PLAN_VERSIONS.map((value) => ({ value, label: t(`version.${value}`) })),
    },
  ]
}
