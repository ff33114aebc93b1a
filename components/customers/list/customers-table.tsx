'use client'

import { useTranslations } from 'next-intl'
import { lazy } from 'react'
import { useCan } from '@/components/access/access-provider'
import { DataTable } from '@/components/table/data-table'
import { listProps } from '@/components/table/list-props'
import { isNothing } from '@/components/table/selection'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useCustomerColumns } from './columns'
import { ExportMenu } from './export-menu'
import { columnsInView } from './file-columns'
import { useCustomerFilters } from './filters'
import { ListHeader } from './list-header'
import { useCustomerList } from './use-customer-list'

const CustomersBulk = lazy(() => import('./customers-bulk').then((module) => ({ default: module.CustomersBulk })))

/** The Customers screen: the list with its search pane, views, selection and what can be done with it. */
export function CustomersTable() {
  const t = useTranslations('customers')
  const can = useCan()
  const list = useCustomerList()
  const { state, setState, rows, count, selection, setSelection, picked, pickedCount } = list
  const columns = useCustomerColumns()
  const filters = useCustomerFilters(state)
  return (
    <>
      <ListHeader list={list} />
      <DataTable
        label={t('title')}
        columns={columns}
        {...listProps(rows, count)}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        rowHref={(row) => `/customers/${row.id}`}
        state={state}
        setState={setState}
        searchLabel={t('search')}
        filters={filters}
        selection={selection}
        onSelectionChange={setSelection}
        canSelectMatching
        bulk={(draw) => <CustomersBulk list={list}>{draw}</CustomersBulk>}
        views={list.setup.views}
        actions={
          can('customer.export') ? (
            <ExportMenu
              selected={isNothing(selection, count) ? null : { selection: picked, count: pickedCount }}
              displayed={{ selection: list.everything, count: count ?? null }}
              order={list.order}
              columns={columnsInView(columns, state.columns)}
            />
          ) : null
        }
        empty={<Nothing />}
      />
    </>
  )
}

/** There is not a single customer: how to get some. */
function Nothing() {
  const t = useTranslations('customers')
  const can = useCan()
  return (
    <EmptyState
      title={t('empty')}
      hint={can('customer.create') ? t('emptyHint') : t('emptyHintReader')}
      action={
        <>
          {can('customer.import') ? <ButtonLink href="/customers/import">{t('import')}</ButtonLink> : null}
          {can('customer.create') ? (
            <ButtonLink variant="primary" href="/customers/new">
              {t('new')}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  )
}
