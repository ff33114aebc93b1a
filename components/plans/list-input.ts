import { among, marks, orderOf, uuid, withoutGaps, words } from '@/components/table/input'
import type { TableState } from '@/components/table/types'
import { choicesOf } from '@/components/table/url-state'
import { PLAN_SORTS, PLAN_STATE_FILTERS, PLAN_VERSIONS } from '@/server/features/plans/options'
import type { PlanPageInput } from '@/server/features/plans/schema'

/** Filters of the screen, as the address bar names them. */
export const PLAN_FILTERS = ['state', 'product', 'version', 'owner'] as const

const OTHER_OWNERS = ['partners', 'all'] as const

/** The filter that the address bar describes; what a mistyped link says wrongly restricts nothing. */
export const filterOf = ({ search, filters }: TableState): NonNullable<PlanPageInput['filter']> =>
  withoutGaps({
    q: words(search, 150),
    state: among(PLAN_STATE_FILTERS, choicesOf(filters.state)),
    version: among(PLAN_VERSIONS, choicesOf(filters.version)),
    productId: uuid(filters.product),
    owner: among(OTHER_OWNERS, [filters.owner ?? ''])?.[0],
  })

/** The page that the address bar describes; by name where it names no order that is offered. */
export const pageOf = (state: TableState): PlanPageInput => ({
  filter: filterOf(state),
  ...orderOf(state, PLAN_SORTS),
  ...marks(state),
})
