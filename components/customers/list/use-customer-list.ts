'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { orderOf } from '@/components/table/input'
import { useKeptState } from '@/components/table/use-kept-state'
import { pickedOf, useSelection } from '@/components/table/use-selection'
import { useTRPC } from '@/components/trpc/client'
import { CUSTOMER_SORTS } from '@/server/features/customers/list-options'
import type { CustomerSelectionInput } from '@/server/features/customers/selection'
import { CUSTOMER_FILTERS, displayOf, filterOf, pageOf } from './list-input'

/** The list as the address bar, the account and the person's ticks describe it, and its rows. */
export function useCustomerList() {
  const trpc = useTRPC()
  const { setup, state, setState: change } = useKeptState('customers', CUSTOMER_FILTERS)
  const { selection, setSelection, setState } = useSelection(change)
  const display = displayOf(setup.settings)
  const filter = filterOf(state, display)
  const rows = useQuery({
    ...trpc.customers.list.queryOptions(pageOf(state, display)),
    placeholderData: keepPreviousData,
  })
  const count = useQuery(trpc.customers.count.queryOptions({ filter }))
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
    ...pickedOf(selection, filter, count.data),
    /** Everything displayed, as the server takes it. */
    everything: { kind: 'matching', filter } satisfies CustomerSelectionInput as CustomerSelectionInput,
  }
}

export type CustomerList = ReturnType<typeof useCustomerList>
