import { GRACE_DAYS, NFR_TERMS, NOTICE_DAYS } from '@/server/features/plans/rules'
import type { Day } from '@/server/lib/period'
import type { Catalogue } from './catalogue'
import { GRANTED, PLAN_WORDS, type PlanWord, planMouldOf } from './plan-moulds'
import { mouldOf, type ProductWord, partsOf } from './products'
import type { Random } from './random'
import type { CompanySeed } from './rows'

/** A plan as licences are issued from it. */
export type PlanSeed = {
  id: string
  scope: string
  name: string
  product: ProductWord
  productId: string
  version: 'trial' | 'full'
  nfr: boolean
  activationPolicy: 'immediately' | 'firstSignIn'
  managed: boolean
  initialMonths: number
  autoRenew: boolean
  renewMonths: number
  noticeDays: number
  graceDays: number
  /** Its customers have the suite's latest part already. */
  isReviewed: boolean
}
export type PlansSeed = Record<PlanWord, PlanSeed>

export type Builder = {
  company: CompanySeed
  by: string
  locale: 'en' | 'fr'
  /** Whether the latest change of the suite has been approved here. */
  isReviewed: boolean
}

type TermsSeed = Omit<PlanSeed, 'id' | 'scope' | 'name' | 'productId' | 'isReviewed'>

function termsOf(word: PlanWord): TermsSeed {
  const { product, version = 'full', months = version === 'trial' ? 1 : 12, ...mould } = planMouldOf(word)
  const terms: TermsSeed = {
    product,
    version,
    nfr: false,
    activationPolicy: mould.firstSignIn ? 'firstSignIn' : 'immediately',
    managed: mould.managed === true,
    initialMonths: months,
    autoRenew: mould.autoRenew === true,
    renewMonths: version === 'trial' ? 12 : months,
    noticeDays: NOTICE_DAYS[version],
    graceDays: GRACE_DAYS[version],
  }
  const { trialForm: _, ...nfr } = NFR_TERMS
  return mould.nfr
    ? { ...terms, ...nfr, managed: false }
    : months === 1 && version === 'full'
      ? { ...terms, noticeDays: 7 }
      : terms
}

export type PlanRows = { service_plan: object[]; plan_data_centre: object[] }

/** The plans of a company and where they run, and their rows. */
export function plansOf(random: Random, catalogue: Catalogue, builder: Builder): { plans: PlansSeed; rows: PlanRows } {
  const { company, by, locale, isReviewed } = builder
  const at = new Date(company.createdAt.getTime() + 3_600_000)
  const plans = Object.fromEntries(
    PLAN_WORDS.map((word): [PlanWord, PlanSeed] => {
      const terms = termsOf(word)
      const productId = catalogue.products[terms.product]
      return [
        word,
        { id: random.uuid(at), scope: company.scope, name: planMouldOf(word)[locale], productId, isReviewed, ...terms },
      ]
    }),
  ) as PlansSeed
  const isLocked = (word: PlanWord) => word === 'suite' && catalogue.changedOn !== null && !isReviewed
  const service_plan = PLAN_WORDS.map((word) => {
    const { product: _, isReviewed: __, ...row } = plans[word]
    const { trialForm = false, disabled = false } = planMouldOf(word)
    const switches = {
      enabled: !disabled,
      trialForm,
      lockedAt: isLocked(word) ? `${catalogue.changedOn}T09:20:00Z` : null,
    }
    const reviewedAt = isReviewed && catalogue.changedOn ? `${catalogue.changedOn}T15:00:00Z` : at
    const made = {
      productScope: catalogue.scope,
      revision: 1,
      customers: 0,
      createdBy: by,
      createdAt: at,
      updatedAt: at,
    }
    return { ...row, ...switches, reviewedAt, ...made }
  })
  const centre = random.pick(catalogue.dataCentres)
  const plan_data_centre = PLAN_WORDS.flatMap((word) =>
    partsOf(plans[word].product, catalogue.changedOn !== null && !isLocked(word))
      .filter((part) => mouldOf(part).kind === 'saas')
      .map((part) => ({
        scope: company.scope,
        planId: plans[word].id,
        productScope: catalogue.scope,
        productId: catalogue.products[part],
        dataCentreId: centre,
      })),
  )
  return { plans, rows: { service_plan, plan_data_centre } }
}

export const grantsOf = (reseller: CompanySeed, plans: PlansSeed, by: string) =>
  GRANTED.map((word) => ({
    scope: reseller.scope,
    planScope: plans[word].scope,
    planId: plans[word].id,
    grantedBy: by,
    grantedAt: new Date(reseller.createdAt.getTime() + 7_200_000),
  }))

/** The other price of what resellers were given. */
export const planPricesOf = (random: Random, plans: PlansSeed, currencies: readonly string[], by: string, since: Day) =>
  GRANTED.filter((word) => word !== 'trial').flatMap((word) =>
    currencies.slice(0, 1).map((currency) => ({
      id: random.uuid(new Date(`${since}T10:00:00Z`)),
      scope: plans[word].scope,
      productId: plans[word].productId,
      planId: plans[word].id,
      currency,
      minor: Math.round(mouldOf(plans[word].product).minor * 0.8),
      validFrom: since,
      createdBy: by,
    })),
  )
