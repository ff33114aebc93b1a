'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { useCustomerBulkActions } from '@/components/customers/dialogs/use-customer-bulk-actions'
import { useLicenceBulkActions } from '@/components/licences/bulk/use-licence-bulk-actions'
import { type BulkAction, NOTHING } from '@/components/table/types'
import type { CustomerRow } from '@/server/features/customers/list-queries'
import type { CustomerSelectionInput } from '@/server/features/customers/selection'
import type { CustomerList } from './use-customer-list'

type Props = { list: CustomerList; children: (actions: readonly BulkAction[]) => ReactNode }

/** What can be done with the selected customers and with their licences, and the dialogs that ask first. Comes with the first selection. */
export function CustomersBulk({ list, children }: Props) {
  const t = useTranslations('customers')
  const { rows, selection, setSelection, picked, pickedCount } = list
  const pickedRows =
    selection.kind === 'ids' ? rows.data?.rows.filter(({ id }) => selection.ids.includes(id)) : undefined
  const customers = useCustomerBulkActions({
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
      {children(inTurn(licences.actions, customers.actions))}
      {licences.dialog}
      {customers.dialog}
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
