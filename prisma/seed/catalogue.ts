import { addDays, type Day } from '@/server/lib/period'
import { DATA_CENTRES, LATEST_PART, mouldOf, PRODUCT_WORDS, type ProductWord, partsOf } from './products'
import type { Random } from './random'
import type { CompanySeed } from './rows'

export type Catalogue = {
  scope: string
  products: Record<ProductWord, string>
  dataCentres: readonly string[]
  /** The day on which the suite got its latest part; null: it did not. */
  changedOn: Day | null
}

type Wish = { currencies: readonly string[]; suiteChanges: boolean; today: Day; by: string }

export type CatalogueRows = { product: object[]; suite_component: object[]; data_centre: object[]; price: object[] }

/** Products, components, data centres and prices of a channel, and their rows. */
export function catalogueOf(
  random: Random,
  top: CompanySeed,
  wish: Wish,
): { catalogue: Catalogue; rows: CatalogueRows } {
  const { today } = wish
  const at = new Date(top.createdAt.getTime() + 60_000)
  const id = () => random.uuid(at)
  const products = Object.fromEntries(PRODUCT_WORDS.map((word) => [word, id()])) as Record<ProductWord, string>
  const changedOn = wish.suiteChanges ? addDays(today, -3) : null
  const dayOr = (days: number | undefined) => (days === undefined ? null : addDays(today, days))
  const product = PRODUCT_WORDS.map((word) => {
    const { endOfSaleIn, endOfLifeIn, minor: _, ...rest } = mouldOf(word)
    const usual = { needsCode: false, manageable: false, nfrOffered: false, reportsUsage: true, trialOffered: true }
    const days = { endOfSaleOn: dayOr(endOfSaleIn), endOfLifeOn: dayOr(endOfLifeIn) }
    const made = { fullOffered: true, revision: 1, createdAt: at, updatedAt: at }
    return { id: products[word], scope: top.scope, vendor: 'Trend Micro', ...made, ...usual, ...days, ...rest }
  })
  const suite_component = partsOf('suite', changedOn !== null).map((part) => {
    const isLatest = part === LATEST_PART && changedOn !== null
    const addedOn = isLatest ? changedOn : at.toISOString().slice(0, 10)
    const changedAt = isLatest ? `${changedOn}T09:20:00Z` : at
    return { id: id(), scope: top.scope, suiteId: products.suite, productId: products[part], addedOn, changedAt }
  })
  const data_centre = DATA_CENTRES.map(([code, name, country, residency, enabled]) => ({
    ...{ id: id(), scope: top.scope, code, name, country, residency, enabled },
  }))
  const price = pricesOf(random, top, products, wish, at)
  const dataCentres = data_centre.filter(({ enabled }) => enabled).map((one) => one.id)
  return {
    catalogue: { scope: top.scope, products, dataCentres, changedOn },
    rows: { product, suite_component, data_centre, price },
  }
}

/** Factors to the first currency's minor unit. */
const RATES: Readonly<Record<string, number>> = { EUR: 1, GBP: 0.86, NOK: 11.6, SEK: 11.2 }

/** Since the beginning, and a rise at the next new year. */
function pricesOf(random: Random, top: CompanySeed, products: Catalogue['products'], wish: Wish, at: Date) {
  const newYear = `${Number(wish.today.slice(0, 4)) + 1}-01-01`
  return PRODUCT_WORDS.flatMap((word) =>
    wish.currencies.flatMap((currency) =>
      (
        [
          [at.toISOString().slice(0, 10), 1],
          [newYear, 1.04],
        ] as const
      ).map(([validFrom, factor]) => ({
        id: random.uuid(at),
        scope: top.scope,
        productId: products[word],
        currency,
        minor: Math.round(mouldOf(word).minor * (RATES[currency] ?? 1) * factor),
        validFrom,
        createdBy: wish.by,
        createdAt: at,
      })),
    ),
  )
}
