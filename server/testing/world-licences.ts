import type { WorldCompany } from './world'
import { builderOf, dayIn, PLANS, topOf, type WorldPlan } from './world-catalogue'
import { idOf } from './world-ids'

/** Customers that hold licences; those of the other portal have none, so that they can be deleted. */
export const hasLicences = ({ portal }: WorldCompany) => portal === 'lmp'

/** What every such customer has; `what` finds it again (`idOf(customer, what)`). */
const SUBSCRIPTIONS = {
  subscription: { plan: 'plan', startsIn: -65, endsIn: 300, autoRenew: true, suspendedEndsOn: null },
  trial: { plan: 'trialPlan', startsIn: -10, endsIn: 20, autoRenew: false, suspendedEndsOn: null },
  suspended: { plan: 'suitePlan', startsIn: -100, endsIn: 200, autoRenew: false, suspendedEndsOn: dayIn(100) },
  awaited: { plan: 'awaitedPlan', startsIn: -5, endsIn: 360, autoRenew: false, suspendedEndsOn: null },
} as const satisfies Record<
  string,
  { plan: WorldPlan; startsIn: number; endsIn: number; autoRenew: boolean; suspendedEndsOn: string | null }
>
type What = keyof typeof SUBSCRIPTIONS
const WHATS = Object.keys(SUBSCRIPTIONS) as What[]

/** Of a company and who manages it. */
type Of = { company: WorldCompany; managing: WorldCompany }

const subscriptionOf = ({ company, managing }: Of, what: What) => {
  const { plan, startsIn, endsIn, autoRenew, suspendedEndsOn } = SUBSCRIPTIONS[what]
  const { product, version } = PLANS[plan]
  return {
    id: idOf(company, what),
    scope: company.scope,
    planScope: builderOf(managing).scope,
    planId: idOf(builderOf(managing), plan),
    productScope: topOf(company).scope,
    productId: idOf(topOf(company), product),
    version,
    units: 10,
    anchorDay: Number(dayIn(startsIn).slice(-2)),
    startsOn: dayIn(startsIn),
    endsOn: dayIn(endsIn),
    chargeFromOn: dayIn(startsIn),
    initialMonths: version === 'trial' ? 1 : 12,
    autoRenew,
    renewMonths: 12,
    noticeDays: 14,
    graceDays: 30,
    suspendedEndsOn,
    awaitingSignIn: what === 'awaited',
  }
}

const PARTS = {
  subscription: ['product'],
  trial: ['software'],
  suspended: ['product', 'software'],
  awaited: ['awaited'],
} as const

const licencesOf = ({ company }: Of) =>
  WHATS.flatMap((what) =>
    PARTS[what].map((product) => ({
      id: idOf(company, `${what} ${product}`),
      scope: company.scope,
      subscriptionId: idOf(company, what),
      productScope: topOf(company).scope,
      productId: idOf(topOf(company), product),
      activationCode: `${company.mark}-${what}-${product}`,
      usedUnits: 7,
    })),
  )

const periodsOf = (of: Of) =>
  WHATS.map((what) => subscriptionOf(of, what)).map(({ scope, id, startsOn, endsOn }) => ({
    scope,
    subscriptionId: id,
    startsOn,
    endsOn,
  }))

const transactionsOf = (of: Of) =>
  WHATS.map((what) => {
    const { company } = of
    const row = subscriptionOf(of, what)
    return {
      id: idOf(company, `${what} bought`),
      scope: company.scope,
      type: 'newPurchase',
      customerName: company.name,
      managedBy: company.mark,
      vendor: company.mark,
      productId: row.productId,
      productName: company.mark,
      planId: row.planId,
      planName: company.mark,
      version: row.version,
      subscriptionId: row.id,
      unit: 'seats',
      unitsBefore: 0,
      unitsAfter: row.units,
      chargeFromAfter: row.startsOn,
      startsAfter: row.startsOn,
      endsAfter: row.endsOn,
      madeBy: company.mark,
      accountId: company.admin.id,
      source: 'console',
      reference: company.mark,
    }
  })

const only =
  <Row>(make: (of: Of) => Row[]) =>
  (company: WorldCompany, managing: WorldCompany | null): Row[] =>
    managing && hasLicences(company) ? make({ company, managing }) : []

/** What customers have; `subscription_version` and the figures of pools, plans and customers follow by themselves. */
export const licenceBelongings = {
  subscription: only((of) => WHATS.map((what) => subscriptionOf(of, what))),
  licence: only(licencesOf),
  subscription_period: only(periodsOf),
  customer_transaction: only(transactionsOf),
}
