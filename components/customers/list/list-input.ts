import type { TableState } from '@/components/table/types'
import { choicesOf, daysOf } from '@/components/table/url-state'
import {
  type CustomerFilterInput,
  type CustomerPageInput,
  customerFilter,
  customerPage,
} from '@/server/features/customers/list-schema'

/** Filters of the search pane, as the address bar names them. */
export const CUSTOMER_FILTERS = [
  'status',
  'portal',
  'attention',
  'expires',
  'country',
  'city',
  'managed',
  'created',
  'tags',
  'partner',
]

const some = (values: string[]) => (values.length > 0 ? values : undefined)
const known = <Value>(entries: Record<string, Value | undefined | ''>) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== ''))

/** The filter that the address bar describes; what it says wrongly (a mistyped link) restricts nothing. */
export function filterOf({ search, filters }: TableState): CustomerFilterInput {
  const expires = daysOf(filters.expires)
  const created = daysOf(filters.created)
  const wanted = known({
    q: search,
    status: some(choicesOf(filters.status)),
    portal: some(choicesOf(filters.portal)),
    attention: some(choicesOf(filters.attention)),
    country: some(choicesOf(filters.country)),
    tags: some(choicesOf(filters.tags)),
    city: filters.city,
    partnerId: filters.partner,
    managed: filters.managed === 'yes' ? true : filters.managed === 'no' ? false : undefined,
    expiresFrom: expires.from,
    expiresTo: expires.to,
    createdFrom: created.from,
    createdTo: created.to,
  })
  const valid = Object.entries(wanted).filter(([key, value]) => customerFilter.safeParse({ [key]: value }).success)
  return Object.fromEntries(valid)
}

/** The page that the address bar describes. */
export function pageOf(state: TableState): CustomerPageInput {
  const sort = state.sort?.replace(/^-/, '')
  const wanted = {
    filter: filterOf(state),
    ...known({ sort, after: state.after ?? undefined, before: state.before ?? undefined }),
    ...(state.sort?.startsWith('-') ? { descending: true } : {}),
  }
  return customerPage.safeParse(wanted).success ? (wanted as CustomerPageInput) : { filter: filterOf(state) }
}
