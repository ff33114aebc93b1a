'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import type { RowFilter } from '@/server/features/imports/schema'
import { readReportState } from './report-state'

const PARSERS = { show: parseAsString, problem: parseAsString, after: parseAsString, before: parseAsString }

/** The rows in view, kept in the address bar. Another choice begins at the first page; the browser's Back undoes each step. */
export function useReportState() {
  const [values, setValues] = useQueryStates(PARSERS, { shallow: true, scroll: false, history: 'push' })
  const given = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? undefined]))
  const firstPage = { after: null, before: null }
  return {
    state: readReportState(given),
    show: (filter: RowFilter) =>
      void setValues({ show: filter === 'all' ? null : filter, problem: null, ...firstPage }),
    showProblem: (problem: string | null) => void setValues({ show: null, problem, ...firstPage }),
    goAfter: (line: number) => void setValues({ after: String(line), before: null }),
    goBefore: (line: number) => void setValues({ after: null, before: String(line) }),
  }
}
