import { among, companyId, day, marks, orderOf, some, uuid, withoutGaps, words } from '@/components/table/input'
import type { TableState } from '@/components/table/types'
import { choicesOf, daysOf } from '@/components/table/url-state'
import {
  ATTENTION_KINDS,
  CUSTOMER_PORTALS,
  CUSTOMER_SORTS,
  CUSTOMER_STATUSES,
  type DisplaySetting,
  LICENCE_CONDITIONS,
} from '@/server/features/customers/list-options'
import type { CustomerFilterInput, CustomerPageInput } from '@/server/features/customers/list-schema'
import { isCountryForm } from '@/server/lib/country-name'

/** Filters of the search pane, as the address bar names them. */
export const CUSTOMER_FILTERS = [
  'partner',
  'status',
  'portal',
  'attention',
  'licences',
  'product',
  'plan',
  'expires',
  'country',
  'city',
  'managed',
  'created',
  'tags',
] as const

const listed = <Value>(value: Value | undefined): Value[] | undefined => (value === undefined ? undefined : [value])

/**
 * The filter that the address bar and the display setting describe. What a mistyped link says wrongly restricts nothing. The
 * browser asks it without the schemas, which would weigh more than the list.
 */
export function filterOf({ search, filters }: TableState, display: DisplaySetting): CustomerFilterInput {
  const expires = daysOf(filters.expires)
  const created = daysOf(filters.created)
  const wanted: CustomerFilterInput = {
    q: words(search, 128),
    partnerId: companyId(filters.partner),
    status: among(CUSTOMER_STATUSES, choicesOf(filters.status)),
    portal: among(CUSTOMER_PORTALS, choicesOf(filters.portal)),
    attention: among(ATTENTION_KINDS, choicesOf(filters.attention)),
    licences: among(LICENCE_CONDITIONS, choicesOf(filters.licences)),
    productIds: listed(uuid(filters.product)),
    planIds: listed(uuid(filters.plan)),
    expiresFrom: day(expires.from),
    expiresTo: day(expires.to),
    country: some(choicesOf(filters.country).filter(isCountryForm)),
    city: words(filters.city, 64),
    managed: filters.managed === 'yes' ? true : filters.managed === 'no' ? false : undefined,
    createdFrom: day(created.from),
    createdTo: day(created.to),
    tags: some(
      choicesOf(filters.tags)
        .map((tag) => tag.slice(0, 30))
        .slice(0, 20),
    ),
    display: display === 'managed' ? 'managed' : undefined,
  }
  return withoutGaps(wanted)
}

/** The page that the address bar describes. */
export const pageOf = (state: TableState, display: DisplaySetting): CustomerPageInput => ({
  filter: filterOf(state, display),
  ...orderOf(state, CUSTOMER_SORTS),
  ...marks(state),
})

/** The display setting among what an account keeps for the screen. */
export const displayOf = (settings: Readonly<Record<string, unknown>> | undefined): DisplaySetting =>
  settings?.display === 'managed' ? 'managed' : 'all'
