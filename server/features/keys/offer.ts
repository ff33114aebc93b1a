import type { Tx } from '@/server/db/client'
import { todayOf } from '@/server/features/companies/today'
import { loadPlans } from '@/server/features/licences/load-plans'
import { issued } from '@/server/features/licences/plan-rules'
import { Pools } from '@/server/features/licences/pools'
import { mayIssue } from '@/server/features/plans/rules'
import type { ProductUnit, Version } from '@/server/features/products/rules'
import { type Day, termOf } from '@/server/lib/period'
import { type Manager, outward } from './registration'

/** A plan as a stranger sees it before registering: never a price, never a figure of the partner's. */
export type Offer = {
  planName: string
  productName: string
  vendor: string
  version: Version
  unit: ProductUnit
  months: number
  /** If the term began today; null when it begins with the first sign-in. */
  endsOn: Day | null
  autoRenew: boolean
  manager: { name: string; slug: string }
}

/**
 * What registering a plan in so many units gives now. Refuses with registrationClosed (company): also when the partner's pool is
 * empty, so that nobody fills in a form in vain.
 */
export async function offerOf(tx: Tx, manager: Manager, planId: string, units: number): Promise<Offer> {
  const plan = (await loadPlans(tx, [manager.scope], [planId]))(manager.scope, planId)
  const today = await todayOf(tx, manager.scope)
  if (!plan?.granted) throw outward('planNotGranted', {}, manager.name)
  const open = mayIssue(plan, today)
  if (!open.ok) throw outward(open.code, open.params, manager.name)
  const pools = await Pools.load(tx, [manager.scope], [plan.productId], { lock: false })
  const seller = { managingScope: manager.scope, manager: { ...manager, status: 'active' as const }, today }
  const claimed = pools.claim(seller, { before: null, after: issued(plan, { units, startsOn: today }) })
  if (!claimed.ok) throw outward(claimed.code, claimed.params, manager.name)
  const product = await tx.product.findUnique({ where: { id: plan.productId }, select: { vendor: true } })
  return {
    planName: plan.name,
    productName: plan.product.name,
    vendor: product?.vendor ?? '',
    version: plan.version,
    unit: plan.unit,
    months: plan.initialMonths,
    endsOn: plan.activationPolicy === 'firstSignIn' ? null : termOf(today, plan.initialMonths).endsOn,
    autoRenew: plan.autoRenew,
    manager: { name: manager.name, slug: manager.slug },
  }
}
