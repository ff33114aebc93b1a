'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/table/data-table'
import { listProps } from '@/components/table/list-props'
import { useKeptState } from '@/components/table/use-kept-state'
import { useTRPC } from '@/components/trpc/client'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { useTransactionColumns } from './columns'
import { ExportMenu } from './export-menu'
import { useTransactionFilters } from './filters'
import { filterOf, pageOf, TRANSACTION_FILTERS } from './list-input'

/** Customer transactions, newest first. */
export function TransactionsTable() {
  const t = useTranslations('transactions')
  const trpc = useTRPC()
  const { setup, state, setState } = useKeptState('transactions', TRANSACTION_FILTERS)
  const filter = filterOf(state)
  const rows = useQuery({ ...trpc.transactions.list.queryOptions(pageOf(state)), placeholderData: keepPreviousData })
  const count = useQuery(trpc.transactions.count.queryOptions({ filter }))
  const columns = useTransactionColumns()
  const filters = useTransactionFilters(state)
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')} />
      <DataTable
        label={t('title')}
        columns={columns}
        {...listProps(rows, count.data)}
        rowId={(row) => row.id}
        rowName={(row) => row.customerName}
        state={state}
        setState={setState}
        searchLabel={t('search')}
        filters={filters}
        views={setup.views}
        actions={<ExportMenu filter={filter} count={count.data} />}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
      />
    </>
  )
}
