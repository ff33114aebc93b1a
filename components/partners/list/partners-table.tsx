'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { DataTable } from '@/components/table/data-table'
import { listProps } from '@/components/table/list-props'
import { useTableState } from '@/components/table/use-table-state'
import { useTRPC } from '@/components/trpc/client'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { usePartnerColumns } from './columns'
import { usePartnerFilters } from './filters'
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
  const filters = usePartnerFilters(state.filters.product)
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
