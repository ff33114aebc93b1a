import { ROW_FILTERS, type RowFilter } from '@/server/features/imports/schema'

/** Which rows of a report are in view, as the address bar says it. */
export type ReportState = { filter: RowFilter; problem?: string; after: number; before?: number }

type SearchParams = Readonly<Record<string, string | string[] | undefined>>

const line = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,7}$/.test(value) ? Number(value) : undefined

/** The same on the server, for the first page, and in the browser. What makes no sense is left out. */
export function readReportState(params: SearchParams): ReportState {
  const one = (key: string): string | undefined => {
    const value = params[key]
    return Array.isArray(value) ? value[0] : value
  }
  const problem = one('problem')
  const before = line(one('before'))
  return {
    filter: ROW_FILTERS.find((known) => known === one('show')) ?? 'all',
    ...(problem !== undefined && /^[A-Za-z]{1,40}$/.test(problem) ? { problem } : {}),
    after: line(one('after')) ?? 0,
    ...(before === undefined ? {} : { before }),
  }
}
