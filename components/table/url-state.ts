import type { TableState } from './types'

/** Names that the table keeps for itself in the address bar; filters take others. */
export const URL_KEYS = { search: 'q', sort: 'sort', after: 'after', before: 'before', columns: 'columns' } as const

type SearchParams = Readonly<Record<string, string | string[] | undefined>>

const one = (value: string | string[] | undefined): string | undefined =>
  (Array.isArray(value) ? value[0] : value) || undefined

/**
 * What the address bar says about a list: on the server from `await searchParams`, with the same result as
 * `useTableState` in the browser, so that a page prefetches exactly what its table will ask for.
 */
export function readTableState(params: SearchParams, filterKeys: readonly string[]): TableState {
  const filters: Record<string, string> = {}
  for (const key of filterKeys) {
    const value = one(params[key])
    if (value !== undefined) filters[key] = value
  }
  return {
    search: one(params[URL_KEYS.search]) ?? '',
    sort: one(params[URL_KEYS.sort]) ?? null,
    after: one(params[URL_KEYS.after]) ?? null,
    before: one(params[URL_KEYS.before]) ?? null,
    columns: one(params[URL_KEYS.columns]) ?? null,
    filters,
  }
}

/** The parameters of an address as a page of the server is given them. */
export const paramsOf = (address: URLSearchParams): SearchParams =>
  Object.fromEntries([...address.keys()].map((key) => [key, address.getAll(key)]))

/** The query string of a state, without the cursor: what a saved view keeps, and what an export is given. */
export function queryOf({ search, sort, columns, filters }: TableState): string {
  const params = new URLSearchParams()
  if (search) params.set(URL_KEYS.search, search)
  if (sort) params.set(URL_KEYS.sort, sort)
  if (columns) params.set(URL_KEYS.columns, columns)
  for (const key of Object.keys(filters).sort()) {
    const value = filters[key]
    if (value) params.set(key, value)
  }
  return params.toString()
}

/** The state that a saved view's query describes. */
export const stateOfQuery = (query: string, filterKeys: readonly string[]): TableState =>
  readTableState(paramsOf(new URLSearchParams(query)), filterKeys)

/** Splits `a,b` of a filter of several choices. */
export const choicesOf = (value: string | undefined): string[] => (value ? value.split(',').filter(Boolean) : [])

/** Splits `2026-01-01..2026-02-01`; a side may be empty. */
export function daysOf(value: string | undefined): { from: string; to: string } {
  const [from = '', to = ''] = (value ?? '').split('..')
  return { from, to }
}
