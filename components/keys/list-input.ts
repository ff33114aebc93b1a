import { among, day, marks, uuid, withoutGaps, words } from '@/components/table/input'
import type { TableState } from '@/components/table/types'
import { choicesOf, daysOf } from '@/components/table/url-state'
import { KEY_STATUSES } from '@/server/features/keys/rules'
import type { KeyFilterInput, KeyPageInput } from '@/server/features/keys/schema'
import { isUuid } from '@/server/lib/id-form'

/** Filters of the search pane, as the address bar names them. */
export const KEY_FILTERS = ['plan', 'status', 'batch', 'created', 'used'] as const

/** The filter that the address bar describes; what a mistyped link says wrongly restricts nothing. */
export function filterOf({ search, filters }: TableState): KeyFilterInput {
  const created = daysOf(filters.created)
  const used = daysOf(filters.used)
  return withoutGaps({
    q: words(search, 64),
    planId: uuid(filters.plan),
    status: among(KEY_STATUSES, choicesOf(filters.status)),
    batch: words(filters.batch, 60),
    createdFrom: day(created.from),
    createdTo: day(created.to),
    usedFrom: day(used.from),
    usedTo: day(used.to),
  })
}

/** The newest first, unless the oldest are asked for. */
export const isOldestFirst = ({ sort }: TableState): boolean => sort === 'created'

/** The page that the address bar describes. */
export const pageOf = (state: TableState): KeyPageInput => ({
  filter: filterOf(state),
  oldestFirst: isOldestFirst(state),
  ...marks(state, isUuid),
})
