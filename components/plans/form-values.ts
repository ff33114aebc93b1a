import type { PlanOption } from '@/server/features/plans/form-queries'
import type { PlanRecord } from '@/server/features/plans/queries'
import { GRACE_DAYS, NOTICE_DAYS, TRIAL_MONTHS } from '@/server/features/plans/rules'
import type { NewPlanInput } from '@/server/features/plans/schema'
import type { Version } from '@/server/features/products/rules'

/** What follows from the version, unless somebody chooses otherwise. */
export const termsOf = (version: Version) => ({
  initialMonths: version === 'trial' ? TRIAL_MONTHS : 12,
  autoRenew: version === 'full',
  renewMonths: 12,
  noticeDays: NOTICE_DAYS[version],
  graceDays: GRACE_DAYS[version],
})

/** What follows from the product, for a company that manages remotely or does not. */
export const termsOfProduct = (product: PlanOption | undefined, managesRemotely: boolean) => ({
  managed: managesRemotely && (product?.manageable ?? false),
  activationPolicy: 'immediately' as const,
})

export const emptyPlan = (): NewPlanInput => ({
  name: '',
  productId: '',
  version: 'full',
  nfr: false,
  enabled: true,
  trialForm: false,
  managed: false,
  activationPolicy: 'immediately',
  ...termsOf('full'),
  dataCentres: {},
})

/** A plan as the form shows it for editing. */
export const valuesOf = (plan: PlanRecord) => ({
  name: plan.name,
  trialForm: plan.trialForm,
  activationPolicy: plan.activationPolicy,
  managed: plan.managed,
  initialMonths: plan.initialMonths,
  autoRenew: plan.autoRenew,
  renewMonths: plan.renewMonths,
  noticeDays: plan.noticeDays,
  graceDays: plan.graceDays,
  dataCentres: Object.fromEntries(
    plan.saas.map(({ id }) => [id, plan.dataCentres.find(({ productId }) => productId === id)?.dataCentreId ?? '']),
  ),
})
