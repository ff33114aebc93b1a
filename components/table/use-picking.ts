'use client'

import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
import { isSelected, selecting } from './selection'
import type { OnPick } from './table-row'
import { NOTHING, type Selection, type TableState } from './types'

/** The selection of the rows on this page, and how to change it. `null`: rows cannot be selected. */
export type Picking = {
  selection: Selection
  ids: readonly string[]
  onChange: (selection: Selection) => void
}

/** One stable function for all rows; shift reaches from the last touched row to this one. */
export function usePicking(picking: Picking | null): OnPick {
  const now = useRef(picking)
  now.current = picking
  const last = useRef<string | null>(null)
  return useCallback((id, wanted, isSpan) => {
    if (!now.current) return
    const { selection, ids, onChange } = now.current
    const from = last.current === null ? -1 : ids.indexOf(last.current)
    const to = ids.indexOf(id)
    const span = isSpan && from >= 0 ? ids.slice(Math.min(from, to), Math.max(from, to) + 1) : [id]
    last.current = id
    onChange(selecting(selection, span, wanted))
  }, [])
}

export const isPicked = (picking: Picking | null, id: string): boolean =>
  picking !== null && isSelected(picking.selection, id)

/** A selection belongs to what was shown: another search or filter, also by *back*, empties it. */
export function useSelectionOfFilter({ search, filters }: TableState, picking: Picking | null) {
  const shown = JSON.stringify([search, filters])
  const last = useRef(shown)
  const empty = useEffectEvent(() => picking?.onChange(NOTHING))
  useEffect(() => {
    if (last.current !== shown) empty()
    last.current = shown
  }, [shown])
}
