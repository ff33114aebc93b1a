'use client'

import { paramsOf } from '@/components/table/url-state'
import { useAddress } from '@/components/ui/use-address'
import type { RowFilter } from '@/server/features/imports/schema'
import { readReportState } from './report-state'

/** The rows in view, kept in the address bar. Another choice begins at the first page; the browser's Back undoes each step. */
export function useReportState() {
  const [address, change] = useAddress()
  const turn = (values: Record<string, string | null>) => change(values, 'push')
  const firstPage = { after: null, before: null }
  return {
    state: readReportState(paramsOf(address)),
    show: (filter: RowFilter) => turn({ show: filter === 'all' ? null : filter, problem: null, ...firstPage }),
    showProblem: (problem: string | null) => turn({ show: null, problem, ...firstPage }),
    goAfter: (line: number) => turn({ after: String(line), before: null }),
    goBefore: (line: number) => turn({ after: null, before: String(line) }),
  }
}
