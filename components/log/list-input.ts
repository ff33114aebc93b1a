import { among, companyId, day, marks, some, withoutGaps, words } from '@/components/table/input'
import type { TableState } from '@/components/table/types'
import { choicesOf, daysOf } from '@/components/table/url-state'
import { PRIVILEGES, type Privilege } from '@/server/access/privileges'
import type { LogFilterInput, LogPageInput } from '@/server/features/administration-log/schema'
import { LOG_TARGETS } from '@/server/features/log/targets'
import { isUuid } from '@/server/lib/id-form'

/** Filters of the administration log, as the address bar names them. */
export const LOG_FILTERS = ['action', 'target', 'id', 'partner', 'outcome', 'at'] as const

const isPrivilege = (text: string): text is Privilege => Object.hasOwn(PRIVILEGES, text)

/** The filter that the address bar describes; what a mistyped link says wrongly restricts nothing. */
export function filterOf({ search, filters }: TableState): LogFilterInput {
  const at = daysOf(filters.at)
  return withoutGaps({
    q: words(search, 128),
    action: some(choicesOf(filters.action).filter(isPrivilege).slice(0, 20)),
    target: among(LOG_TARGETS, choicesOf(filters.target)),
    targetId: words(filters.id, 40),
    partnerId: companyId(filters.partner),
    refused: filters.outcome === 'refused' ? true : filters.outcome === 'done' ? false : undefined,
    from: day(at.from),
    to: day(at.to),
  })
}

/** The page that the address bar describes. */
export const pageOf = (state: TableState): LogPageInput => ({
  filter: filterOf(state),
  ...marks(state, isUuid),
})
