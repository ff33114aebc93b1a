'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { orderOf } from '@/components/table/input'
import { selectedCount } from '@/components/table/selection'
import { NOTHING, type Selection, type SetTableState, type TableState } from '@/components/table/types'
import { useTableState } from '@/components/table/use-table-state'
import { useTRPC } from '@/components/trpc/client'
import { CUSTOMER_SORTS } from '@/server/features/customers/list-options'
import type { CustomerSelectionInput } from '@/server/features/customers/selection'
import { CUSTOMER_FILTERS, displayOf, filterOf, pageOf } from './list-input'
import { useScreenSetup } from './use-screen-setup'

/** The list as the address bar, the account and the person's ticks describe it, and its rows. */
export function useCustomerList() {
  const trpc = useTRPC()
  const setup = useScreenSetup('customers')
  const [address, setAddress] = useTableState(CUSTOMER_FILTERS)
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const display = displayOf(setup.settings)
  const state: TableState = { ...address, columns: address.columns ?? setup.columns }
  const setState: SetTableState = (change) => {
    // What is selected must be what is seen: another filter starts anew.
    if ('filters' in change || 'search' in change) setSelection(NOTHING)
    if ('columns' in change) void setup.keepColumns(change.columns ?? null)
    setAddress(change)
  }
  const filter = filterOf(state, display)
  const rows = useQuery({
    ...trpc.customers.list.queryOptions(pageOf(state, display)),
    placeholderData: keepPreviousData,
  })
  const count = useQuery(trpc.customers.count.queryOptions({ filter }))
  const picked: CustomerSelectionInput =
    selection.kind === 'ids'
      ? { kind: 'ids', ids: [...selection.ids] }
      : { kind: 'matching', filter, except: [...selection.except] }
  return {
    setup,
    display,
    state,
    setState,
    order: orderOf(state, CUSTOMER_SORTS),
    rows,
    /** How many match; undefined while that is counted. */
    count: count.data,
    selection,
    setSelection,
    /** What is selected, as the server takes it. */
    picked,
    pickedCount: selectedCount(selection, count.data),
    /** Everything displayed, as the server takes it. */
    everything: { kind: 'matching', filter } satisfies CustomerSelectionInput as CustomerSelectionInput,
  }
}

export type CustomerList = ReturnType<typeof useCustomerList>
