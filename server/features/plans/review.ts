import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { record } from '@/server/features/log/record'
import { startOperation } from '@/server/features/operations/commands'
import type { ProductKind } from '@/server/features/products/rules'
import { planInView } from '@/server/features/products/visible'
import { DomainError } from '@/server/lib/errors'
import type { Day } from '@/server/lib/period'
import { demand } from '@/server/lib/result'
import { lockPlan } from './commands'
import { type DataCentreOption, listDataCentres, saasOf, writeDataCentres } from './data-centres'
import { mayApprove } from './rules'
import type { PlanApproval } from './schema'

/** A component that came into the suite or left it since the plan was last reviewed. `on`: from which day. */
export type SuiteChange = { productId: string; name: string; kind: ProductKind; change: 'added' | 'removed'; on: Day }

/**
 * What changed in the suite of a plan since it was last approved, whom it affects, and for which added products a data centre
 * must be chosen. Refuses with notFound.
 */
export async function reviewPlan(tx: Tx, viewer: Pick<Target, 'scope'>, { planId }: { planId: string }) {
  const [plan] = await tx.$queryRaw<{ productId: string; productScope: string; revision: number; customers: number }[]>`
    select s.product_id as "productId", s.product_scope as "productScope", s.revision, s.customers from service_plan s
    where s.id = ${planId}::uuid and starts_with(s.scope, ${viewer.scope}) and ${planInView(viewer)}`
  if (!plan) throw new DomainError('notFound')
  const changes = await changesSince(tx, planId)
  const taken = await tx.planDataCentre.findMany({ where: { planId }, select: { productId: true } })
  const needs = changes.filter(
    ({ change, kind, productId }) =>
      change === 'added' && kind === 'saas' && !taken.some((one) => one.productId === productId),
  )
  const dataCentres: DataCentreOption[] = needs.length > 0 ? await listDataCentres(tx, plan.productScope) : []
  return {
    revision: plan.revision,
    customers: plan.customers,
    changes,
    needsDataCentre: needs.map(({ productId, name }) => ({ productId, name })),
    dataCentres: dataCentres.filter(({ enabled }) => enabled),
  }
}
export type PlanReview = Awaited<ReturnType<typeof reviewPlan>>

// A component that came and went since the last review never was the plan's: its id tells when the row was made.
const changesSince = (tx: Tx, planId: string): Promise<SuiteChange[]> => tx.$queryRaw<SuiteChange[]>`
  select c.product_id as "productId", p.name, p.kind::text as kind,
    case when c.removed_on is null then 'added' else 'removed' end as change, coalesce(c.removed_on, c.added_on)::text as on
  from service_plan s join suite_component c on c.suite_id = s.product_id join product p on p.id = c.product_id
  where s.id = ${planId}::uuid and c.changed_at > s.reviewed_at
    and (c.removed_on is null or uuid_extract_timestamp(c.id) <= s.reviewed_at)
  order by change, p.name, c.id`

/**
 * Approves the changes of a plan's suite as the review showed them: the plan is open again, and its customers are brought over
 * by long work, whose id this gives (null: nobody has the plan). Refuses with notFound, planNotLocked, changedMeanwhile,
 * dataCentreMissing, dataCentreClosed (field dataCentres.<product>).
 */
export async function approvePlan(
  tx: Tx,
  actor: Actor,
  { planId, revision, dataCentres }: PlanApproval,
): Promise<{ operationId: string | null; customers: number }> {
  const plan = await lockPlan(tx, actor, planId)
  demand(mayApprove(plan))
  if (plan.revision !== revision) throw new DomainError('changedMeanwhile')
  const changes = await changesSince(tx, planId)
  const saas = await saasOf(tx, plan.productId, plan.product, plan.today)
  await writeDataCentres(tx, plan, saas, dataCentres)
  const [reviewed] = await tx.$queryRaw<{ at: string }[]>`
    update service_plan set locked_at = null, reviewed_at = clock_timestamp(), revision = revision + 1, updated_at = now()
    where id = ${planId}::uuid returning reviewed_at::text as at`
  if (!reviewed) throw new DomainError('notFound')
  await record(tx, actor, {
    scope: plan.scope,
    action: 'plan.approve',
    targetType: 'plan',
    targetId: planId,
    targetName: plan.name,
    after: {
      added: changes.filter(({ change }) => change === 'added').map(({ name }) => name),
      removed: changes.filter(({ change }) => change === 'removed').map(({ name }) => name),
    },
  })
  return bringOver(tx, actor, { ...plan, reviewedAt: reviewed.at })
}

/** Starts the work that gives each customer of a plan what its suite holds now. */
async function bringOver(tx: Tx, actor: Actor, plan: { id: string; name: string; reviewedAt: string }) {
  const [affected] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from subscription where plan_id = ${plan.id}::uuid and cancelled_on is null`
  const customers = affected?.count ?? 0
  if (customers === 0) return { operationId: null, customers }
  const operationId = await startOperation(tx, actor, {
    kind: 'suiteChange',
    targetScope: actor.scope,
    input: { planId: plan.id, plan: plan.name, reviewedAt: plan.reviewedAt },
    total: customers,
  })
  await tx.$executeRaw`
    insert into operation_item (scope, operation_id, ref, name, params)
    select ${actor.scope}, ${operationId}::uuid, s.id::text, c.name, jsonb_build_object('customerId', c.id)
    from subscription s join company c on c.scope = s.scope
    where s.plan_id = ${plan.id}::uuid and s.cancelled_on is null`
  return { operationId, customers }
}
