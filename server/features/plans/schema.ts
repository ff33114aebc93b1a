import { z } from 'zod'
import { companyId } from '@/server/features/companies/schema'
import { VERSIONS } from '@/server/features/products/rules'
import { line } from '@/server/lib/text'
import { PLAN_OWNERS, PLAN_SORTS, PLAN_STATE_FILTERS } from './options'
import { ACTIVATION_POLICIES } from './rules'

const whole = (min: number, max: number) =>
  z.number('wholeNumber').int('wholeNumber').min(min, 'tooSmall').max(max, 'tooLarge')
const revision = z.int32().min(1)

export const planFilter = z.object({
  /** Part of the plan's name. */
  q: line(150, 0).optional(),
  state: z.array(z.enum(PLAN_STATE_FILTERS)).max(7).optional(),
  version: z.array(z.enum(VERSIONS)).max(2).optional(),
  productId: z.uuid().optional(),
  /** Whose plans; own by default. */
  owner: z.enum(PLAN_OWNERS).optional(),
})
export type PlanFilter = z.output<typeof planFilter>

export const planPage = z.object({
  companyId: companyId.optional(),
  filter: planFilter.default({}),
  sort: z.enum(PLAN_SORTS).default('name'),
  descending: z.boolean().default(false),
  after: z.string().max(800).optional(),
  before: z.string().max(800).optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type PlanPage = z.output<typeof planPage>
export type PlanPageInput = z.input<typeof planPage>

export const planCount = z.object({ companyId: companyId.optional(), filter: planFilter.default({}) })
export type PlanCount = z.output<typeof planCount>

export const planRef = z.object({ planId: z.uuid(), companyId: companyId.optional() })

/** What may change as long as a plan exists. `dataCentres`: by SaaS product, its own or those of the suite. */
export const planSettings = z.object({
  name: line(150),
  trialForm: z.boolean(),
  activationPolicy: z.enum(ACTIVATION_POLICIES),
  managed: z.boolean(),
  initialMonths: whole(1, 66),
  autoRenew: z.boolean(),
  renewMonths: whole(1, 66),
  noticeDays: whole(0, 365),
  graceDays: whole(0, 180),
  dataCentres: z.record(z.uuid(), z.union([z.uuid(), z.literal('')])),
})
export type PlanSettings = z.output<typeof planSettings>

/** Product, version and NFR are fixed once the plan exists. */
export const newPlan = planSettings.extend({
  productId: z.uuid('required'),
  version: z.enum(VERSIONS),
  nfr: z.boolean(),
  enabled: z.boolean().default(true),
})
export type NewPlan = z.output<typeof newPlan>
export type NewPlanInput = z.input<typeof newPlan>

export const planUpdate = z.object({ planId: z.uuid(), revision, settings: planSettings })
export type PlanUpdate = z.output<typeof planUpdate>

export const planCopy = z.object({ planId: z.uuid(), name: line(150) })
export type PlanCopy = z.output<typeof planCopy>

export const planSwitch = z.object({ planId: z.uuid(), enabled: z.boolean() })
export type PlanSwitch = z.output<typeof planSwitch>

/** Approves what the review showed. `dataCentres`: for SaaS products that came into the suite. */
export const planApproval = z.object({
  planId: z.uuid(),
  revision,
  dataCentres: z.record(z.uuid(), z.union([z.uuid(), z.literal('')])).default({}),
})
export type PlanApproval = z.output<typeof planApproval>

export const planCustomers = z.object({
  planId: z.uuid(),
  companyId: companyId.optional(),
  cursor: z.string().max(800).nullish(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type PlanCustomers = z.output<typeof planCustomers>

export const grantsOf = z.object({ companyId })
export const planGrants = z.object({ companyId, planIds: z.array(z.uuid()).min(1).max(200) })
export type PlanGrants = z.output<typeof planGrants>
