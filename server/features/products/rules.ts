import type { Day } from '@/server/lib/period'
import { type Decision, no, yes } from '@/server/lib/result'

export const PRODUCT_KINDS = ['software', 'saas', 'suite'] as const
export type ProductKind = (typeof PRODUCT_KINDS)[number]

export const PRODUCT_UNITS = ['seats', 'devices', 'mailboxes', 'users', 'keys', 'servers', 'gigabytes'] as const
export type ProductUnit = (typeof PRODUCT_UNITS)[number]

/** Which versions of a product there are. */
export const VERSIONS = ['trial', 'full'] as const
export type Version = (typeof VERSIONS)[number]

/** From `endOfSaleOn` on nothing new is sold; from `endOfLifeOn` on nothing works. Null: no such day is known. */
export type ProductLife = { endOfSaleOn: Day | null; endOfLifeOn: Day | null }

export const isAtEndOfLife = ({ endOfLifeOn }: Pick<ProductLife, 'endOfLifeOn'>, today: Day): boolean =>
  endOfLifeOn !== null && endOfLifeOn <= today

/** May anything new be sold of it? Codes: endOfLife · endOfSale. */
export function mayBeSold(product: ProductLife, today: Day): Decision {
  if (isAtEndOfLife(product, today)) return no('endOfLife')
  return product.endOfSaleOn !== null && product.endOfSaleOn <= today ? no('endOfSale') : yes(true)
}

/** The days must follow each other. Code: lifeBeforeSale. */
export const isLifeInOrder = ({ endOfSaleOn, endOfLifeOn }: ProductLife): Decision =>
  endOfSaleOn !== null && endOfLifeOn !== null && endOfLifeOn < endOfSaleOn ? no('lifeBeforeSale') : yes(true)

/** A component of a suite, from a day on and until, not including, another. */
export type Component = { productId: string; addedOn: Day; removedOn: Day | null }

export const isPartOn = ({ addedOn, removedOn }: Component, day: Day): boolean =>
  addedOn <= day && (removedOn === null || day < removedOn)

/**
 * May a product become a component of a suite now? Codes: notSuite · suiteInSuite · componentTwice.
 */
export function mayAddComponent(
  suite: { kind: ProductKind; components: readonly Component[] },
  product: { id: string; kind: ProductKind },
  today: Day,
): Decision {
  if (suite.kind !== 'suite') return no('notSuite')
  if (product.kind === 'suite') return no('suiteInSuite')
  const isThere = suite.components.some((one) => one.productId === product.id && isPartOn(one, today))
  return isThere ? no('componentTwice') : yes(true)
}

/** May a component leave a suite now? Codes: notSuite · notFound · lastComponent. */
export function mayRemoveComponent(
  suite: { kind: ProductKind; components: readonly Component[] },
  productId: string,
  today: Day,
): Decision {
  if (suite.kind !== 'suite') return no('notSuite')
  const present = suite.components.filter((one) => isPartOn(one, today))
  if (!present.some((one) => one.productId === productId)) return no('notFound')
  return present.length === 1 ? no('lastComponent') : yes(true)
}
