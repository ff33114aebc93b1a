'use client'

import type { ViewScreen } from '@/server/features/views/schema'
import type { SetTableState, TableState } from './types'
import { useScreenSetup } from './use-screen-setup'
import { useTableState } from './use-table-state'

/** The state of a list in the address bar, over what the account keeps for it: chosen columns are there the next time. */
export function useKeptState(screen: ViewScreen, filterKeys: readonly string[]) {
  const setup = useScreenSetup(screen)
  const [address, setAddress] = useTableState(filterKeys)
  const state: TableState = { ...address, columns: address.columns ?? setup.columns }
  const setState: SetTableState = (change) => {
    if ('columns' in change) void setup.keepColumns(change.columns ?? null)
    setAddress(change)
  }
  return { setup, state, setState }
}
