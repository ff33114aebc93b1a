import { toText } from './model'
import type { Buyer, Shop } from './shop'

const BITS = ['awaitingSignIn', 'notStarted', 'active', 'expiringSoon', 'grace', 'expired', 'suspended', 'cancelled']
const RED = ['grace', 'expired', 'suspended']
const RUNNING = ['notStarted', 'active', 'expiringSoon']

const distinct = (values: readonly string[]) => [...new Set(values)].sort()

/** What must stand beside a customer in the list, counted from all that it has. */
export function figuresOf(shop: Shop, { isOff, held }: Buyer) {
  const rows = held
    .filter(({ paper }) => !paper.dead)
    .map(({ paper, used }) => ({ paper, used, status: shop.statusOf(paper, isOff) }))
  const far = rows.filter(({ paper, used }) => used * 10 > paper.units * 11)
  const over = rows.filter(({ paper, used }) => used > paper.units && used * 10 <= paper.units * 11)
  const bits = new Set([
    ...rows.map(({ status }) => BITS.indexOf(status)),
    ...(far.length ? [9] : []),
    ...(over.length ? [8] : []),
  ])
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const ends = rows.filter(({ status }) => RUNNING.includes(status)).map(({ paper }) => paper.to)
  return {
    products: distinct(rows.map(({ paper }) => paper.offer.product)),
    plans: distinct(rows.map(({ paper }) => paper.offer.id)),
    managed: rows.some(({ paper }) => paper.managed),
    units: sum(rows.filter(({ status }) => status !== 'expired').map(({ paper }) => paper.units)),
    used: sum(rows.map(({ used }) => used)),
    nextExpiryOn: ends.length > 0 ? toText(Math.min(...ends)) : null,
    action: rows.filter(({ status }) => RED.includes(status)).length + far.length,
    warning: rows.filter(({ status }) => status === 'expiringSoon').length + over.length,
    tallied: [
      ...rows.map(({ paper, status }) => `product ${paper.offer.product} ${status}`),
      ...rows
        .filter(({ paper, status }) => !paper.offer.trial && RUNNING.includes(status))
        .map(({ paper }) => `term ${toText(paper.to).slice(0, 7)} ${paper.auto ? 'auto' : 'once'}`),
    ].sort(),
    bits: sum([...bits].map((bit) => 2 ** bit)),
  }
}
