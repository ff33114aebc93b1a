import { among, marks, orderOf, withoutGaps, words } from '@/components/table/input'
import type { TableState } from '@/components/table/types'
import { choicesOf } from '@/components/table/url-state'
import { PRODUCT_LIVES, PRODUCT_SORTS } from '@/server/features/products/options'
import type { ProductPageInput } from '@/server/features/products/schema'

/** Filters of the screen, as the address bar names them. */
export const PRODUCT_FILTERS = ['kind', 'life'] as const

const KINDS = ['software', 'saas', 'suite'] as const

/** The filter that the address bar describes; what a mistyped link says wrongly restricts nothing. */
export const filterOf = ({ search, filters }: TableState): NonNullable<ProductPageInput['filter']> =>
  withoutGaps({
    q: words(search, 150),
    kind: among(KINDS, choicesOf(filters.kind)),
    life: among(PRODUCT_LIVES, choicesOf(filters.life)),
  })

/** The page that the address bar describes; by name where it names no order that is offered. */
export const pageOf = (state: TableState): ProductPageInput => ({
  filter: filterOf(state),
  ...orderOf(state, PRODUCT_SORTS),
  ...marks(state),
})
