import type { WorldCompany } from './world'
import { idOf } from './world-ids'

const PARENTS = ['distributor', 'isp']
export const isParent = ({ kind }: WorldCompany) => PARENTS.includes(kind)
/** Who makes plans of its own; resellers are given theirs. */
export const isBuilder = (company: WorldCompany) => isParent(company) || company.kind === 'msp'

/** The top of a company's channel, as far as ids go. */
export const topOf = ({ scope }: WorldCompany) => {
  const [id = ''] = scope.split('.')
  return { id, scope: `${id}.` }
}

/** Whose plans the customers of a company are served with. */
export const builderOf = (managing: WorldCompany) =>
  isBuilder(managing) ? { id: managing.id, scope: managing.scope } : topOf(managing)

/** A calendar day, counted from the real one. */
export const dayIn = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** What a channel sells; `what` finds it again (`idOf(topOf(company), what)`). Nobody has `fresh` yet; `idle` has no plans. */
const PRODUCTS = {
  product: { kind: 'saas', unit: 'seats', nfrOffered: true, manageable: true },
  software: { kind: 'software', unit: 'devices', nfrOffered: false, manageable: false },
  suite: { kind: 'suite', unit: 'users', nfrOffered: false, manageable: false },
  awaited: { kind: 'saas', unit: 'users', nfrOffered: false, manageable: false },
  fresh: { kind: 'saas', unit: 'mailboxes', nfrOffered: false, manageable: false },
  idle: { kind: 'saas', unit: 'seats', nfrOffered: false, manageable: false },
} as const
export type WorldProduct = keyof typeof PRODUCTS
const PRODUCT_NAMES = Object.keys(PRODUCTS) as WorldProduct[]

/** The plans of everybody who makes plans (`idOf(builderOf(company), what)`). */
export const PLANS = {
  plan: { product: 'product', version: 'full' },
  largerPlan: { product: 'product', version: 'full' },
  trialPlan: { product: 'software', version: 'trial' },
  fullPlan: { product: 'software', version: 'full' },
  suitePlan: { product: 'suite', version: 'full' },
  lockedPlan: { product: 'suite', version: 'full' },
  awaitedPlan: { product: 'awaited', version: 'full' },
  freshPlan: { product: 'fresh', version: 'full' },
  // Given to nobody, and of no licence.
  sparePlan: { product: 'fresh', version: 'full' },
} as const satisfies Record<string, { product: WorldProduct; version: 'trial' | 'full' }>
export type WorldPlan = keyof typeof PLANS
export const PLAN_NAMES = Object.keys(PLANS) as WorldPlan[]

const productsOf = (company: WorldCompany) =>
  PRODUCT_NAMES.map((what, index) => ({
    id: idOf(company, what),
    scope: company.scope,
    vendor: company.handedDown,
    code: `${company.id.slice(0, 8).toUpperCase()}${index}`,
    name: `${company.handedDown} ${what}`,
    family: company.handedDown,
    needsCode: what === 'software',
    ...PRODUCTS[what],
  }))

const componentsOf = (company: WorldCompany) =>
  (['product', 'software'] as const).map((what) => ({
    id: idOf(company, `${what} in suite`),
    scope: company.scope,
    suiteId: idOf(company, 'suite'),
    productId: idOf(company, what),
    addedOn: '2026-01-01',
  }))

const dataCentresOf = (company: WorldCompany) =>
  (['dataCentre', 'otherDataCentre'] as const).map((what, index) => ({
    id: idOf(company, what),
    scope: company.scope,
    code: `${company.handedDown}${index}`,
    name: `${company.handedDown} ${what}`,
    country: 'DE',
    residency: company.handedDown,
  }))

/** MSPs manage remotely; whose brand they show is their parent's. */
const permissionsOf = (company: WorldCompany) => [
  {
    scope: company.scope,
    dataCentreScope: topOf(company).scope,
    dataCentreId: idOf(topOf(company), 'dataCentre'),
  },
]

const plansOf = (company: WorldCompany) =>
  PLAN_NAMES.map((what) => {
    const { product, version } = PLANS[what]
    return {
      id: idOf(company, what),
      scope: company.scope,
      name: `${company.handedDown} ${what}`,
      productScope: topOf(company).scope,
      productId: idOf(topOf(company), product),
      version,
      trialForm: version === 'trial',
      activationPolicy: what === 'awaitedPlan' ? 'firstSignIn' : 'immediately',
      initialMonths: version === 'trial' ? 1 : 12,
      autoRenew: version === 'full',
      noticeDays: version === 'trial' ? 14 : 60,
      graceDays: version === 'trial' ? 0 : 30,
      lockedAt: what === 'lockedPlan' ? new Date() : null,
      createdBy: company.mark,
    }
  })

const planDataCentresOf = (company: WorldCompany) =>
  PLAN_NAMES.filter((plan) => ['product', 'fresh', 'awaited'].includes(PLANS[plan].product)).map((plan) => ({
    scope: company.scope,
    planId: idOf(company, plan),
    productScope: topOf(company).scope,
    productId: idOf(topOf(company), PLANS[plan].product),
    dataCentreId: idOf(topOf(company), 'dataCentre'),
  }))

const priceOf = (company: WorldCompany, product: WorldProduct, what: string, validFrom: string) => ({
  id: idOf(company, what),
  scope: company.scope,
  productId: idOf(company, product),
  currency: 'EUR',
  minor: 450,
  validFrom,
  createdBy: company.mark,
})

/** Prices in force, and one to come that can be taken back. */
const pricesOf = (company: WorldCompany) => [
  ...PRODUCT_NAMES.map((product) => priceOf(company, product, `${product} price`, '2026-01-01')),
  priceOf(company, 'product', 'later price', dayIn(600)),
]

const grantsOf = (company: WorldCompany) =>
  PLAN_NAMES.filter((what) => what !== 'sparePlan').map((what) => ({
    scope: company.scope,
    planScope: topOf(company).scope,
    planId: idOf(topOf(company), what),
    grantedBy: company.mark,
  }))

const allocationsOf = (company: WorldCompany) =>
  PRODUCT_NAMES.flatMap((what) =>
    (['trial', 'full'] as const).map((version) => ({
      scope: company.scope,
      productScope: topOf(company).scope,
      productId: idOf(topOf(company), what),
      version,
      allocated: 10_000,
    })),
  )

const only =
  <Row>(holds: (company: WorldCompany) => boolean, make: (company: WorldCompany) => Row[]) =>
  (company: WorldCompany): Row[] =>
    holds(company) ? make(company) : []

/** Rows of the catalogue, of plans and of what is granted, where there can be any. */
export const catalogueBelongings = {
  product: only(isParent, productsOf),
  suite_component: only(isParent, componentsOf),
  data_centre: only(isParent, dataCentresOf),
  service_plan: only(isBuilder, plansOf),
  plan_data_centre: only(isBuilder, planDataCentresOf),
  price: only(isParent, pricesOf),
  plan_grant: only(({ kind }) => kind === 'reseller', grantsOf),
  allocation: only(({ kind }) => kind === 'msp', allocationsOf),
  msp_permission: only(({ kind }) => kind === 'msp', permissionsOf),
}
