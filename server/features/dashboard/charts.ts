import { LICENCE_STATUSES, type LicenceStatus } from '@/server/features/licences/status'
import { addMonths, type Day } from '@/server/lib/period'
import type { Asked, Kept } from './kept'

export type LiveStatus = Exclude<LicenceStatus, 'cancelled'>
/** Cancelled licences are over and in no figure. */
const LIVE = LICENCE_STATUSES.filter((status): status is LiveStatus => status !== 'cancelled')

/** How many licences of a product stand how. */
export type ProductStatuses = { productId: string; name: string; total: number; with: Record<LiveStatus, number> }
/** Full licences whose term ends in a month: those that renew by themselves, and those that somebody has to renew. */
export type MonthOfRenewals = { month: string; auto: number; once: number }

const MONTHS = 12
const monthsFrom = (today: Day): string[] => Array.from({ length: MONTHS }, (_, at) => addMonths(today, at).slice(0, 7))

/** The kept figures from which the charts are drawn. */
export function chartsAsk(today: Day): Asked[] {
  const months = monthsFrom(today)
  return [{ figure: 'product' }, { figure: 'term', from: months[0] ?? '', to: `${months[MONTHS - 1]}~` }]
}

/** This month and those that follow. */
export const renewalsOf = ({ term = {} }: Kept, today: Day): MonthOfRenewals[] =>
  monthsFrom(today).map((month) => ({
    month,
    auto: term[`${month} auto`] ?? 0,
    once: term[`${month} once`] ?? 0,
  }))

/** Products by their licences' status, those with most licences first; still without their names. */
export function productsOf(kept: Kept): ProductStatuses[] {
  const products = new Map<string, ProductStatuses>()
  for (const [key, count] of Object.entries(kept.product ?? {})) {
    const [productId = '', status = ''] = key.split(' ')
    const product = products.get(productId) ?? { productId, name: '', total: 0, with: none() }
    product.with[status as LiveStatus] += count
    product.total += count
    products.set(productId, product)
  }
  return [...products.values()].sort((a, b) => b.total - a.total || (a.productId < b.productId ? -1 : 1))
}

const none = () => Object.fromEntries(LIVE.map((status) => [status, 0])) as Record<LiveStatus, number>
