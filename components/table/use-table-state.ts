'use client'

import { useCallback, useMemo } from 'react'
import { useAddress } from '@/components/ui/use-address'
import type { SetTableState, TableState } from './types'
import { paramsOf, readTableState, URL_KEYS } from './url-state'

/**
 * The state of a list, kept in the address bar. A change of what is shown goes back to the first page; turning pages and
 * filtering are steps that the browser's *back* undoes, typing in the search box is not.
 * `filterKeys` must be the same array each time: keep it outside of the component.
 */
export function useTableState(filterKeys: readonly string[]): [TableState, SetTableState] {
  const [address, change] = useAddress()
  const state = useMemo(() => readTableState(paramsOf(address), filterKeys), [address, filterKeys])
  const setState = useCallback<SetTableState>(
    ({ filters, ...wanted }) => {
      const isSmall = filters === undefined && Object.keys(wanted).every((key) => key === 'search' || key === 'columns')
      const next: Record<string, string | null> = {}
      const turnsPage = 'after' in wanted || 'before' in wanted
      const isOtherList = filters !== undefined || 'search' in wanted || 'sort' in wanted
      if (isOtherList || turnsPage) Object.assign(next, { [URL_KEYS.after]: null, [URL_KEYS.before]: null })
      for (const [key, value] of Object.entries(wanted)) {
        next[URL_KEYS[key as keyof typeof URL_KEYS]] = value || null
      }
      if (filters) for (const key of filterKeys) next[key] = filters[key] || null
      change(next, isSmall ? 'replace' : 'push')
    },
    [change, filterKeys],
  )
  return [state, setState]
}
