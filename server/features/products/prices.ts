import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { todayOf } from '@/server/features/companies/today'
import { record } from '@/server/features/log/record'
import { dateOf, dayOf } from '@/server/lib/days'
import { DomainError } from '@/server/lib/errors'
import { parseMoney } from '@/server/lib/money'
import type { Day } from '@/server/lib/period'
import type { NewPrice, PriceList } from './schema'

/** A price per unit and month, in the minor unit of its currency as text, from a day on. `isCurrent`: it holds today. */
export type PriceRow = {
  id: string
  currency: string
  minor: string
  validFrom: Day
  createdBy: string
  state: 'past' | 'current' | 'coming'
}

/** Prices of a product, or of one plan, by currency and newest first. Only tier 1 has any to see. */
export async function listPrices(tx: Tx, actor: Actor, { productId, planId }: PriceList): Promise<PriceRow[]> {
  const today = await todayOf(tx, actor.scope)
  const rows = await tx.price.findMany({
    where: { scope: actor.scope, productId, planId: planId ?? null },
    orderBy: [{ currency: 'asc' }, { validFrom: 'desc' }],
  })
  const current = new Set<string>()
  return rows.map(({ id, currency, minor, validFrom, createdBy }) => {
    const from = dayOf(validFrom)
    const state = from > today ? 'coming' : current.has(currency) ? 'past' : 'current'
    if (state === 'current') current.add(currency)
    return { id, currency, minor: String(minor), validFrom: from, createdBy, state }
  })
}

/** Adds a price from a day on. Refuses with notFound, priceTaken (field validFrom). */
export async function addPrice(tx: Tx, actor: Actor, input: NewPrice): Promise<{ priceId: string }> {
  const { productId, planId, currency, amount, validFrom } = input
  const product = await tx.product.findFirst({ where: { id: productId, scope: actor.scope } })
  const plan = planId ? await tx.servicePlan.findFirst({ where: { id: planId, productId, scope: actor.scope } }) : null
  if (!product || (planId && !plan)) throw new DomainError('notFound')
  const money = parseMoney(amount, currency)
  if (!money) throw new DomainError('invalidInput', {}, 'amount')
  const { id } = await tx.price.create({
    data: {
      scope: actor.scope,
      productId,
      planId: planId ?? null,
      currency,
      minor: money.minor,
      validFrom: dateOf(validFrom),
      createdBy: `${actor.firstName} ${actor.lastName}`,
    },
    select: { id: true },
  })
  await record(tx, actor, {
    scope: actor.scope,
    action: 'price.manage',
    targetType: 'price',
    targetId: id,
    targetName: plan?.name ?? product.name,
    after: { currency, amount, validFrom },
  })
  return { priceId: id }
}

/** Takes back a price whose day has not come; what held already stays. Refuses with notFound, priceInForce. */
export async function removePrice(tx: Tx, actor: Actor, { priceId }: { priceId: string }): Promise<void> {
  const price = await tx.price.findFirst({ where: { id: priceId, scope: actor.scope } })
  if (!price) throw new DomainError('notFound')
  if (dayOf(price.validFrom) <= (await todayOf(tx, actor.scope))) throw new DomainError('priceInForce')
  const product = await tx.product.findFirst({ where: { id: price.productId }, select: { name: true } })
  await tx.price.deleteMany({ where: { id: priceId } })
  await record(tx, actor, {
    scope: actor.scope,
    action: 'price.manage',
    targetType: 'price',
    targetId: priceId,
    targetName: product?.name ?? '',
    before: { currency: price.currency, minor: String(price.minor), validFrom: dayOf(price.validFrom) },
  })
}
