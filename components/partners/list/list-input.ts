import { among, marks, orderOf, uuid, withoutGaps, words } from '@/components/table/input'
import type { TableState } from '@/components/table/types'
import { choicesOf } from '@/components/table/url-state'
import { PARTNER_ATTENTION, PARTNER_KINDS, PARTNER_SORTS, PARTNER_STATUSES } from '@/server/features/partners/options'
import type { PartnerFilterInput, PartnerPageInput } from '@/server/features/partners/schema'

/** Filters of the Partners screen, as the address bar names them. */
export const PARTNER_FILTERS = ['status', 'kind', 'product', 'attention'] as const

/** The filter that the address bar describes; what a mistyped link says wrongly restricts nothing. */
export const filterOf = ({ search, filters }: TableState): PartnerFilterInput =>
  withoutGaps({
    q: words(search, 128),
    status: among(PARTNER_STATUSES, choicesOf(filters.status)),
    kind: among(PARTNER_KINDS, choicesOf(filters.kind)),
    productId: uuid(filters.product),
    attention: among(PARTNER_ATTENTION, choicesOf(filters.attention)),
  })

/** The page that the address bar describes; by name where it names no order that is offered. */
export const pageOf = (state: TableState): PartnerPageInput => ({
  filter: filterOf(state),
  ...orderOf(state, PARTNER_SORTS),
  ...marks(state),
})
