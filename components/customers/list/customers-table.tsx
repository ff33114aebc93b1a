'use client'

import { useTranslations } from 'next-intl'
import { useCan, usePerson } from '@/components/access/access-provider'
import { useCustomerBulkActions } from '@/components/customers/dialogs/use-customer-bulk-actions'
import { useLicenceBulkActions } from '@/components/licences/bulk/use-licence-bulk-actions'
import { DataTable } from '@/components/table/data-table'
import { listProps } from '@/components/table/list-props'
import { isNothing } from '@/components/table/selection'
import { type BulkAction, NOTHING } from '@/components/table/types'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { CustomerRow } from '@/server/features/customers/list-queries'
import type { CustomerSelectionInput } from '@/server/features/customers/selection'
import { useCustomerColumns } from './columns'
import { ExportMenu } from './export-menu'
import { columnsInView } from './file-columns'
import { useCustomerFilters } from './filters'
import { ListHeader } from './list-header'
import { useCustomerList } from './use-customer-list'

/** The Customers screen: the list with its search pane, views, selection and what can be done with it. */
export function CustomersTable() {
  const t = useTranslations('customers')
  const can = useCan()
  const list = useCustomerList()
  const { state, setState, rows, count, selection, setSelection, picked, pickedCount } = list
  const columns = useCustomerColumns()
  const filters = useCustomerFilters(state)
  const pickedRows =
    selection.kind === 'ids' ? rows.data?.rows.filter(({ id }) => selection.ids.includes(id)) : undefined
  const bulk = useCustomerBulkActions({
    selection: picked,
    count: pickedCount,
    picked: pickedRows?.length === pickedCount ? pickedRows : undefined,
    onDone: () => setSelection(NOTHING),
  })
  const licences = useLicenceBulkActions({
    selection: picked,
    count: pickedCount,
    managerId: useManagerOf(picked, pickedRows),
    reasonOf: (action) =>
      action !== 'assign' &&
      pickedRows?.length === pickedCount &&
      pickedRows.every(({ products }) => products.length === 0)
        ? t('noLicences')
        : null,
    onDone: () => setSelection(NOTHING),
  })
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
        bulkActions={inTurn(licences.actions, bulk.actions)}
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
      {licences.dialog}
      {bulk.dialog}
    </>
  )
}

/** What is done most stands first, of both kinds. */
const FIRST = 2
const inTurn = (licences: readonly BulkAction[], customers: readonly BulkAction[]): BulkAction[] => [
  ...licences.slice(0, FIRST),
  ...customers.slice(0, FIRST),
  ...licences.slice(FIRST),
  ...customers.slice(FIRST),
]

/** Whose plans are offered to a selection: those of the one partner that manages all of it, else one's own. */
function useManagerOf(picked: CustomerSelectionInput, rows: readonly CustomerRow[] | undefined): string {
  const { companyId } = usePerson()
  if (picked.kind === 'matching') return picked.filter.partnerId ?? companyId
  const partners = new Set(rows?.map(({ partnerId }) => partnerId))
  const [only] = partners
  return partners.size === 1 && only ? only : companyId
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
