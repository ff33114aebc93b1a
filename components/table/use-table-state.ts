'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import type { SetTableState, TableState } from './types'
import { readTableState, URL_KEYS } from './url-state'

/**
 * The state of a list, kept in the address bar. A change of what is shown goes back to the first page; turning pages and
 * filtering are steps that the browser's *back* undoes, typing in the search box is not.
 * `filterKeys` must be the same array each time: keep it outside of the component.
 */
export function useTableState(filterKeys: readonly string[]): [TableState, SetTableState] {
  const parsers = useMemo(
    () => Object.fromEntries([...Object.values(URL_KEYS), ...filterKeys].map((key) => [key, parseAsString])),
    [filterKeys],
  )
  const [values, setValues] = useQueryStates(parsers, { shallow: true, scroll: false })
  const state = useMemo(
    () =>
      readTableState(
        Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? undefined])),
        filterKeys,
      ),
    [values, filterKeys],
  )
  const setState = useCallback<SetTableState>(
    ({ filters, ...change }) => {
      const isSmall = filters === undefined && Object.keys(change).every((key) => key === 'search' || key === 'columns')
      const next: Record<string, string | null> = {}
      const turnsPage = 'after' in change || 'before' in change
      const isOtherList = filters !== undefined || 'search' in change || 'sort' in change
      if (isOtherList || turnsPage) Object.assign(next, { [URL_KEYS.after]: null, [URL_KEYS.before]: null })
      for (const [key, value] of Object.entries(change)) {
        next[URL_KEYS[key as keyof typeof URL_KEYS]] = value || null
      }
      if (filters) for (const key of filterKeys) next[key] = filters[key] || null
      void setValues(next, { history: isSmall ? 'replace' : 'push' })
    },
    [setValues, filterKeys],
  )
  return [state, setState]
}
