'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { TableState } from '@/components/table/types'
import { useKeptState } from '@/components/table/use-kept-state'
import { pickedOf, useSelection } from '@/components/table/use-selection'
import { useTRPC } from '@/components/trpc/client'
import type { KeySelectionInput } from '@/server/features/keys/schema'
import { filterOf, isOldestFirst, KEY_FILTERS, pageOf } from './list-input'

/** The list as the address bar, the account and the person's ticks describe it, and its rows. */
export function useKeyList() {
  const trpc = useTRPC()
  const { setup, state: address, setState: change } = useKeptState('keys', KEY_FILTERS)
  const { selection, setSelection, setState } = useSelection(change)
  const state: TableState = { ...address, sort: address.sort ?? '-created' }
  const filter = filterOf(state)
  const rows = useQuery({ ...trpc.keys.list.queryOptions(pageOf(state)), placeholderData: keepPreviousData })
  const count = useQuery(trpc.keys.count.queryOptions({ filter }))
  return {
    setup,
    state,
    setState,
    rows,
    /** How many match; undefined while that is counted. */
    count: count.data,
    selection,
    setSelection,
    ...pickedOf(selection, filter, count.data),
    /** Everything displayed, as the server takes it. */
    everything: { kind: 'matching', filter } satisfies KeySelectionInput as KeySelectionInput,
    oldestFirst: isOldestFirst(state),
  }
}

export type KeyList = ReturnType<typeof useKeyList>
