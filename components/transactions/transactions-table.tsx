'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useScreenSetup } from '@/components/customers/list/use-screen-setup'
import { DataTable } from '@/components/table/data-table'
import { ListFailure } from '@/components/table/list-failure'
import type { SetTableState, TableState } from '@/components/table/types'
import { useTableState } from '@/components/table/use-table-state'
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
  const setup = useScreenSetup('transactions')
  const [address, setAddress] = useTableState(TRANSACTION_FILTERS)
  const state: TableState = { ...address, columns: address.columns ?? setup.columns }
  const setState: SetTableState = (change) => {
    if ('columns' in change) void setup.keepColumns(change.columns ?? null)
    setAddress(change)
  }
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
        rows={rows.data?.rows}
        rowId={(row) => row.id}
        rowName={(row) => row.customerName}
        state={state}
        setState={setState}
        nextCursor={rows.data?.after}
        prevCursor={rows.data?.before}
        count={count.data}
        isRefreshing={rows.isPlaceholderData}
        searchLabel={t('search')}
        filters={filters}
        views={setup.views}
        actions={<ExportMenu filter={filter} count={count.data} />}
        error={rows.error ? <ListFailure error={rows.error} isBusy={rows.isFetching} onRetry={rows.refetch} /> : null}
        empty={<EmptyState title={t('empty')} hint={t('emptyHint')} />}
      />
    </>
  )
}
