'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useScreenSetup } from '@/components/customers/list/use-screen-setup'
import { selectedCount } from '@/components/table/selection'
import { NOTHING, type Selection, type SetTableState, type TableState } from '@/components/table/types'
import { useTableState } from '@/components/table/use-table-state'
import { useTRPC } from '@/components/trpc/client'
import type { KeySelectionInput } from '@/server/features/keys/schema'
import { filterOf, isOldestFirst, KEY_FILTERS, pageOf } from './list-input'

/** The list as the address bar, the account and the person's ticks describe it, and its rows. */
export function useKeyList() {
  const trpc = useTRPC()
  const setup = useScreenSetup('keys')
  const [address, setAddress] = useTableState(KEY_FILTERS)
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const state: TableState = { ...address, sort: address.sort ?? '-created', columns: address.columns ?? setup.columns }
  const setState: SetTableState = (change) => {
    // What is selected must be what is seen: another filter starts anew.
    if ('filters' in change || 'search' in change) setSelection(NOTHING)
    if ('columns' in change) void setup.keepColumns(change.columns ?? null)
    setAddress(change)
  }
  const filter = filterOf(state)
  const rows = useQuery({ ...trpc.keys.list.queryOptions(pageOf(state)), placeholderData: keepPreviousData })
  const count = useQuery(trpc.keys.count.queryOptions({ filter }))
  const picked: KeySelectionInput =
    selection.kind === 'ids'
      ? { kind: 'ids', ids: [...selection.ids] }
      : { kind: 'matching', filter, except: [...selection.except] }
  return {
    setup,
    state,
    setState,
    rows,
    /** How many match; undefined while that is counted. */
    count: count.data,
    selection,
    setSelection,
    /** What is selected, as the server takes it. */
    picked,
    pickedCount: selectedCount(selection, count.data),
    /** Everything displayed, as the server takes it. */
    everything: { kind: 'matching', filter } satisfies KeySelectionInput as KeySelectionInput,
    oldestFirst: isOldestFirst(state),
  }
}

export type KeyList = ReturnType<typeof useKeyList>
