import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { todayOf } from '@/server/features/companies/today'
import type { ProductUnit } from '@/server/features/products/rules'
import type { ErrorCode } from '@/server/lib/errors'

/** What a preview says before its rows. Units are those taken from pools; money is per month, in minor units as text. */
export type LicencePlan = {
  operationId: string
  total: number
  willChange: number
  refused: { code: ErrorCode; count: number }[]
  /** Mails that will go out: one to each customer that somebody can be reached at. */
  mails: number
  products: {
    productId: string
    productName: string
    unit: ProductUnit
    licences: number
    unitsBefore: number
    unitsAfter: number
  }[]
  /** Null for those who see no prices. */
  money: { currency: string; before: string; after: string }[] | null
}

type Side = { productId: string; planId: string; units: number }
type Named = { productId: string; productName: string; unit: ProductUnit }

/** Counts up what rows would do. */
export class Tally {
  total = 0
  willChange = 0
  private readonly told = new Set<string>()
  private readonly refusals = new Map<ErrorCode, number>()
  private readonly products = new Map<string, LicencePlan['products'][number]>()
  private readonly sides = new Map<string, { productId: string; planId: string; before: number; after: number }>()

  refuse(code: ErrorCode, count = 1): void {
    if (count === 0) return
    this.total += count
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + count)
  }

  add({
    tell,
    product,
    before,
    after,
  }: {
    tell: string | null
    product: Named
    before: Side | null
    after: Side
  }): void {
    this.total += 1
    this.willChange += 1
    if (tell) this.told.add(tell)
    const row = this.products.get(product.productId) ?? { ...product, licences: 0, unitsBefore: 0, unitsAfter: 0 }
    row.licences += 1
    row.unitsBefore += before?.units ?? 0
    row.unitsAfter += after.units
    this.products.set(product.productId, row)
    if (before) this.side(before).before += before.units
    this.side(after).after += after.units
  }

  private side({ productId, planId }: Side) {
    const key = `${productId} ${planId}`
    const found = this.sides.get(key) ?? { productId, planId, before: 0, after: 0 }
    this.sides.set(key, found)
    return found
  }

  /** The totals; money only for tier 1, whose prices they are. */
  async plan(tx: Tx, actor: Actor, operationId: string): Promise<LicencePlan> {
    const { total, willChange } = this
    return {
      operationId,
      total,
      willChange,
      mails: this.told.size,
      refused: [...this.refusals].map(([code, count]) => ({ code, count })),
      products: [...this.products.values()].sort((a, b) => a.productName.localeCompare(b.productName)),
      money: ['distributor', 'isp'].includes(actor.kind) ? await this.money(tx, actor) : null,
    }
  }

  /** A plan's own price goes before its product's. What has none counts nothing. Currencies are never added together. */
  private async money(tx: Tx, actor: Actor): Promise<{ currency: string; before: string; after: string }[]> {
    const sides = [...this.sides.values()]
    const today = await todayOf(tx, actor.scope)
    const prices = await tx.$queryRaw<{ productId: string; planId: string | null; currency: string; minor: bigint }[]>`
      select distinct on (product_id, plan_id, currency) product_id as "productId", plan_id as "planId", currency, minor
      from price where scope = ${actor.scope} and valid_from <= ${today}::date
        and product_id = any (${sides.map(({ productId }) => productId)}::uuid[])
      order by product_id, plan_id, currency, valid_from desc`
    const sums = new Map<string, { before: bigint; after: bigint }>()
    for (const { productId, planId, before, after } of sides) {
      const own = prices.filter((price) => price.planId === planId)
      const used =
        own.length > 0 ? own : prices.filter((price) => price.planId === null && price.productId === productId)
      for (const { currency, minor } of used) {
        const sum = sums.get(currency) ?? { before: 0n, after: 0n }
        sums.set(currency, { before: sum.before + minor * BigInt(before), after: sum.after + minor * BigInt(after) })
      }
    }
    return [...sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, { before, after }]) => ({ currency, before: String(before), after: String(after) }))
  }
}
