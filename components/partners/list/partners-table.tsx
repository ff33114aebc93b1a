'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { DataTable } from '@/components/table/data-table'
import { listProps } from '@/components/table/list-props'
import type { FilterSpec } from '@/components/table/types'
import { useTableState } from '@/components/table/use-table-state'
import { useTRPC } from '@/components/trpc/client'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { PARTNER_ATTENTION, PARTNER_KINDS, PARTNER_STATUSES } from '@/server/features/partners/options'
import { usePartnerColumns } from './columns'
import { filterOf, PARTNER_FILTERS, pageOf } from './list-input'

/** The Partners screen of a parent. */
export function PartnersTable() {
  const t = useTranslations('partners')
  const trpc = useTRPC()
  const can = useCan()
  const [state, setState] = useTableState(PARTNER_FILTERS)
  const rows = useQuery({ ...trpc.partners.list.queryOptions(pageOf(state)), placeholderData: keepPreviousData })
  const count = useQuery(trpc.partners.count.queryOptions({ filter: filterOf(state) }))
  const columns = usePartnerColumns()
  const filters = usePartnerFilters()
  const create = can('partner.create') ? (
    <ButtonLink variant="primary" icon={Plus} href="/partners/new">
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
        rowHref={(row) => `/partners/${row.id}`}
        state={state}
        setState={setState}
        searchLabel={t('search')}
        filters={filters}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} action={create} />}
      />
    </>
  )
}

/** The search pane. */
function usePartnerFilters(): readonly FilterSpec[] {
  const t = useTranslations('partners')
  const tAccess = useTranslations('access')
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
      key: 'attention',
      kind: 'choices',
      label: t('filter.attention'),
      options: PARTNER_ATTENTION.map((value) => ({ value, label: t(`filter.${value}`) })),
    },
  ]
}
