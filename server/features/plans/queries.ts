import { Prisma } from '@/prisma/generated/client'
import type { LicenceStatus } from '@/prisma/generated/enums'
import type { Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { byText, pageSql, UUIDS } from '@/server/db/keyset'
import { all, iso } from '@/server/db/sql-pieces'
import { env } from '@/server/env'
import { todayOf } from '@/server/features/companies/today'
import type { ProductUnit } from '@/server/features/products/rules'
import { planInView } from '@/server/features/products/visible'
import { DomainError } from '@/server/lib/errors'
import type { Day } from '@/server/lib/period'
import { saasOf } from './data-centres'
import { customersOf } from './list-queries'
import { type PlanProduct, type PlanTerms, planStates } from './rules'
import type { PlanCustomers } from './schema'

const { sql } = Prisma

type Viewer = Pick<Target, 'scope' | 'kind'>

type Found = PlanTerms & {
  id: string
  revision: number
  name: string
  enabled: boolean
  locked: boolean
  lockedAt: string | null
  isOwn: boolean
  isGranted: boolean
  ownerName: string
  productId: string
  productCode: string
  unit: ProductUnit
  customers: number
  createdBy: string
  createdAt: string
  product: PlanProduct
}

/**
 * A plan as its page shows it. `isOwn`: the viewer's own, which it may change; others are read only. Refuses with notFound.
 */
export async function getPlan(tx: Tx, viewer: Viewer, { planId }: { planId: string }) {
  const [plan] = await tx.$queryRaw<Found[]>`
    select s.id, s.revision, s.name, s.enabled, s.locked_at is not null as locked,
      ${iso(sql`s.locked_at`)} as "lockedAt", s.scope = ${viewer.scope} as "isOwn",
      not starts_with(s.scope, ${viewer.scope}) as "isGranted", coalesce(o.name, '') as "ownerName", s.product_id as "productId",
      p.code as "productCode", p.unit::text as unit, s.version::text as version, s.nfr, s.trial_form as "trialForm",
      s.activation_policy::text as "activationPolicy", s.managed, s.initial_months as "initialMonths",
      s.auto_renew as "autoRenew", s.renew_months as "renewMonths", s.notice_days as "noticeDays", s.grace_days as "graceDays",
      ${customersOf(viewer)} as customers, case when starts_with(s.scope, ${viewer.scope}) then s.created_by else '' end as "createdBy",
      ${iso(sql`s.created_at`)} as "createdAt",
      jsonb_build_object('name', p.name, 'kind', p.kind, 'family', p.family, 'endOfSaleOn', p.end_of_sale_on,
        'endOfLifeOn', p.end_of_life_on, 'trialOffered', p.trial_offered, 'fullOffered', p.full_offered,
        'nfrOffered', p.nfr_offered, 'manageable', p.manageable) as product
    from service_plan s join product p on p.id = s.product_id left join company o on o.scope = s.scope
    where s.id = ${planId}::uuid and ${planInView(viewer)}`
  if (!plan) throw new DomainError('notFound')
  const today = await todayOf(tx, viewer.scope)
  return {
    ...plan,
    today,
    states: planStates(plan, today),
    trialUrl: plan.trialForm ? `${env.APP_URL}/trial/${plan.id}` : null,
    dataCentres: await dataCentresOf(tx, planId),
    saas: await saasOf(tx, plan.productId, plan.product, today),
  }
}
export type PlanRecord = Awaited<ReturnType<typeof getPlan>>

/** Where the SaaS products of a plan run. */
const dataCentresOf = (tx: Tx, planId: string) => tx.$queryRaw<
  { productId: string; product: string; dataCentreId: string; name: string; enabled: boolean }[]
>`
  select d.product_id as "productId", p.name as product, d.data_centre_id as "dataCentreId", c.name, c.enabled
  from plan_data_centre d join product p on p.id = d.product_id join data_centre c on c.id = d.data_centre_id
  where d.plan_id = ${planId}::uuid order by p.name, p.id`

/** A customer on a plan. */
export type PlanCustomer = {
  id: string
  customerId: string
  customer: string
  units: number
  startsOn: Day
  endsOn: Day
  status: LicenceStatus
}

/** Customers that have a plan, by name; those of one's own reach. Refuses with notFound, invalidInput (a mark of another list). */
export async function listPlanCustomers(tx: Tx, viewer: Viewer, { planId, limit, cursor }: PlanCustomers) {
  const seen = await tx.$queryRaw<unknown[]>`
    select 1 from service_plan s where s.id = ${planId}::uuid and ${planInView(viewer)}`
  if (seen.length === 0) throw new DomainError('notFound')
  const page = pageSql(byText(sql`c.name`), sql`b.id`, UUIDS, { descending: false, limit, after: cursor ?? undefined })
  const rows = await tx.$queryRaw<(PlanCustomer & { mark: string })[]>`
    select b.id, c.id as "customerId", c.name as customer, b.units, b.starts_on::text as "startsOn", b.ends_on::text as "endsOn",
      licence_status_on(b.starts_on, b.ends_on, b.notice_days, b.grace_days, b.awaiting_sign_in, b.suspended_ends_on,
        b.cancelled_on, c.status = 'enabled' and coalesce(m.status <> 'cancelled', true), company_today(c.parent_scope))::text as status, ${page.mark}
    from subscription b join company c on c.scope = b.scope left join company m on m.scope = c.parent_scope
    where ${all([sql`b.plan_id = ${planId}::uuid`, sql`b.cancelled_on is null`, sql`starts_with(b.scope, ${viewer.scope})`, page.condition])}
    order by ${page.order} ${page.limit}`
  return page.cut(rows)
}
