'use client'

import { useState } from 'react'
import { selectedCount } from './selection'
import { NOTHING, type Selection, type SetTableState } from './types'

/** What is ticked in a list. What is selected must be what is seen: another filter starts anew. */
export function useSelection(change: SetTableState) {
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const setState: SetTableState = (next) => {
    if ('filters' in next || 'search' in next) setSelection(NOTHING)
    change(next)
  }
  return { selection, setSelection, setState }
}

/** The same as the server takes it, and how many that are; null while it is not known how many match. */
export const pickedOf = <Filter>(selection: Selection, filter: Filter, count: number | undefined) => ({
  picked:
    selection.kind === 'ids'
      ? { kind: 'ids' as const, ids: [...selection.ids] }
      : { kind: 'matching' as const, filter, except: [...selection.except] },
  pickedCount: selectedCount(selection, count),
})
