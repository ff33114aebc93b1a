import { among, companyId, day, marks, uuid, withoutGaps, words } from '@/components/table/input'
import type { TableState } from '@/components/table/types'
import { choicesOf, daysOf } from '@/components/table/url-state'
import { TRANSACTION_TYPES } from '@/server/features/licences/state'
import type { TransactionFilterInput, TransactionPageInput } from '@/server/features/transactions/schema'
import { isUuid } from '@/server/lib/id-form'

/** Filters of the list of transactions, as the address bar names them. */
export const TRANSACTION_FILTERS = ['type', 'product', 'plan', 'partner', 'customer', 'at'] as const

/** The filter that the address bar describes; what a mistyped link says wrongly restricts nothing. */
export function filterOf({ search, filters }: TableState): TransactionFilterInput {
  const at = daysOf(filters.at)
  return withoutGaps({
    q: words(search, 128),
    type: among(TRANSACTION_TYPES, choicesOf(filters.type)),
    productId: uuid(filters.product),
    planId: uuid(filters.plan),
    partnerId: companyId(filters.partner),
    customerId: companyId(filters.customer),
    from: day(at.from),
    to: day(at.to),
  })
}

/** The page that the address bar describes. */
export const pageOf = (state: TableState): TransactionPageInput => ({
  filter: filterOf(state),
  ...marks(state, isUuid),
})
