'use client'

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Can, useCan } from '@/components/access/access-provider'
import { useCustomerBulkActions } from '@/components/customers/dialogs/use-customer-bulk-actions'
import { DataTable } from '@/components/table/data-table'
import { NOTHING, type Selection } from '@/components/table/types'
import { useTableState } from '@/components/table/use-table-state'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Button, ButtonLink } from '@/components/ui/button'
import { EmptyState, ErrorState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { useCustomerColumns } from './columns'
import { ExportForm } from './export-form'
import { useCustomerFilters } from './filters'
import { CUSTOMER_FILTERS, filterOf, pageOf } from './list-input'
import { useSavedViews } from './use-saved-views'

/** The Customers screen: the list with its search pane, views, selection and what can be done with it. */
export function CustomersTable() {
  const t = useTranslations('customers')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const can = useCan()
  const [state, setState] = useTableState(CUSTOMER_FILTERS)
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const page = pageOf(state)
  const filter = filterOf(state)
  const list = useQuery({ ...trpc.customers.list.queryOptions(page), placeholderData: keepPreviousData })
  const count = useQuery(trpc.customers.count.queryOptions({ filter }))
  const columns = useCustomerColumns()
  const filters = useCustomerFilters()
  const views = useSavedViews('customers')
  const rows = list.data?.rows
  const chosen =
    selection.kind === 'ids'
      ? { kind: 'ids' as const, ids: [...selection.ids] }
      : { kind: 'matching' as const, filter, except: [...selection.except] }
  const isChosen = selection.kind === 'matching' || selection.ids.length > 0
  const picked = selection.kind === 'ids' ? rows?.filter(({ id }) => selection.ids.includes(id)) : undefined
  const bulk = useCustomerBulkActions({
    selection: chosen,
    count: selection.kind === 'ids' ? selection.ids.length : (count.data ?? null),
    picked: picked && selection.kind === 'ids' && picked.length === selection.ids.length ? picked : undefined,
    onDone: () => {
      setSelection(NOTHING)
      void queries.invalidateQueries({ queryKey: trpc.customers.pathKey() })
    },
  })
  return (
    <>
      <PageHeader
        title={t('title')}
        purpose={t('purpose')}
        action={
          can('customer.create') ? (
            <ButtonLink variant="primary" href="/customers/new">
              {t('new')}
            </ButtonLink>
          ) : null
        }
        menu={can('customer.import') ? [{ key: 'import', label: t('import'), href: '/customers/import' }] : []}
      />
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/customers/${row.id}`}
        state={state}
        setState={setState}
        nextCursor={list.data?.after}
        prevCursor={list.data?.before}
        count={count.data}
        isRefreshing={list.isPlaceholderData}
        searchLabel={t('search')}
        filters={filters}
        selection={selection}
        onSelectionChange={setSelection}
        canSelectMatching
        bulkActions={bulk.actions}
        views={views}
        actions={
          <Can do="customer.export">
            <ExportForm
              isSelection={isChosen}
              input={{
                selection: isChosen ? chosen : { kind: 'matching', filter, except: [] },
                ...(page.sort ? { sort: page.sort } : {}),
                descending: page.descending ?? false,
              }}
            />
          </Can>
        }
        error={
          list.error ? (
            <ErrorState
              title={refusal.of(list.error)}
              action={<Button onClick={() => list.refetch()}>{t('tryAgain')}</Button>}
            />
          ) : null
        }
        empty={
          <EmptyState
            title={t('empty')}
            hint={t('emptyHint')}
            action={can('customer.import') ? <ButtonLink href="/customers/import">{t('import')}</ButtonLink> : null}
          />
        }
      />
      {bulk.dialog}
    </>
  )
}
