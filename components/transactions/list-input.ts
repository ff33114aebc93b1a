import { among, day, withoutGaps, words } from '@/components/table/input'
import type { TableState } from '@/components/table/types'
import { choicesOf, daysOf } from '@/components/table/url-state'
import { TRANSACTION_TYPES } from '@/server/features/licences/state'
import type { TransactionFilterInput, TransactionPageInput } from '@/server/features/transactions/schema'

/** Filters of the list of transactions, as the address bar names them. */
export const TRANSACTION_FILTERS = ['type', 'product', 'plan', 'partner', 'customer', 'at'] as const

const isUuid = (text: string | null | undefined): text is string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text ?? '')
const isCompany = (text: string | undefined): text is string => /^[0-9a-z]{6,16}$/.test(text ?? '')

/** The filter that the address bar describes; what a mistyped link says wrongly restricts nothing. */
export function filterOf({ search, filters }: TableState): TransactionFilterInput {
  const at = daysOf(filters.at)
  return withoutGaps({
    q: words(search, 128),
    type: among(TRANSACTION_TYPES, choicesOf(filters.type)),
    productId: isUuid(filters.product) ? filters.product : undefined,
    planId: isUuid(filters.plan) ? filters.plan : undefined,
    partnerId: isCompany(filters.partner) ? filters.partner : undefined,
    customerId: isCompany(filters.customer) ? filters.customer : undefined,
    from: day(at.from),
    to: day(at.to),
  })
}

/** The page that the address bar describes. */
export const pageOf = (state: TableState): TransactionPageInput => ({
  filter: filterOf(state),
  ...(isUuid(state.after) ? { after: state.after } : isUuid(state.before) ? { before: state.before } : {}),
})
