import { Prisma } from '@/prisma/generated/client'
import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { iso } from '@/server/db/sql-pieces'
import { todayOf } from '@/server/features/companies/today'
import { recordAll } from '@/server/features/log/record'
import type { ProductLife, Version } from '@/server/features/products/rules'
import { DomainError, type ErrorCode } from '@/server/lib/errors'
import type { Day } from '@/server/lib/period'
import { mayIssue, type PlanState, planStates } from './rules'
import type { PlanGrants } from './schema'

const { sql } = Prisma

/** A plan that a reseller has or could be given. `customers`: the reseller's own that have it. */
export type GrantRow = {
  planId: string
  name: string
  product: string
  version: Version
  states: PlanState[]
  customers: number
  grantedBy: string | null
  grantedAt: string | null
  /** Why it cannot be given now. */
  refusal: ErrorCode | null
}

type Found = Omit<GrantRow, 'states' | 'refusal'> & {
  enabled: boolean
  locked: boolean
  nfr: boolean
  trialForm: boolean
  endOfSaleOn: Day | null
  endOfLifeOn: Day | null
}

/** The plans that a reseller has, and those of the parent's that it could be given. Refuses with wrongKind. */
export async function listGrants(tx: Tx, actor: Actor, target: Target) {
  mustBeReseller(target)
  await widen(tx, actor)
  const today = await todayOf(tx, target.scope)
  const rows = await plansFor(tx, actor, target, sql`true`)
  const all = rows.map((row) => asRow(row, today))
  return {
    granted: all.filter(({ grantedAt }) => grantedAt !== null),
    grantable: all.filter(({ grantedAt, states }) => grantedAt === null && !states.includes('endOfLife')),
  }
}
export type GrantLists = Awaited<ReturnType<typeof listGrants>>

/** The plans of the parent that a reseller could be given who is to be below it. */
export async function grantableToNew(tx: Tx, actor: Actor): Promise<GrantRow[]> {
  const today = await todayOf(tx, actor.scope)
  const rows = await plansFor(tx, actor, { scope: `${actor.scope}-` }, sql`true`)
  return rows.map((row) => asRow(row, today)).filter(({ states }) => !states.includes('endOfLife'))
}

const plansFor = (tx: Tx, actor: Actor, target: Pick<Target, 'scope'>, condition: Prisma.Sql) => tx.$queryRaw<Found[]>`
  select s.id as "planId", s.name, p.name as product, s.version::text as version, s.enabled, s.locked_at is not null as locked,
    s.nfr, s.trial_form as "trialForm", p.end_of_sale_on::text as "endOfSaleOn", p.end_of_life_on::text as "endOfLifeOn",
    (select count(*)::int from subscription b where b.plan_id = s.id and b.cancelled_on is null
      and starts_with(b.scope, ${target.scope})) as customers,
    g.granted_by as "grantedBy", ${iso(sql`g.granted_at`)} as "grantedAt"
  from service_plan s join product p on p.id = s.product_id
  left join plan_grant g on g.plan_id = s.id and g.scope = ${target.scope}
  where s.scope = ${actor.scope} and ${condition} order by s.name, s.id`

function asRow({ enabled, locked, nfr, trialForm, endOfSaleOn, endOfLifeOn, ...row }: Found, today: Day): GrantRow {
  const product: ProductLife = { endOfSaleOn, endOfLifeOn }
  const given = mayIssue({ enabled, locked, product }, today)
  return {
    ...row,
    states: planStates({ enabled, locked, nfr, trialForm, product }, today),
    refusal: given.ok ? null : given.code,
  }
}

/** Gives plans to a reseller; one it has already stays. Refuses with wrongKind, notFound, and the codes of mayIssue. */
export async function grantPlans(tx: Tx, actor: Actor, target: Target, { planIds }: PlanGrants) {
  mustBeReseller(target)
  await widen(tx, actor)
  const ids = [...new Set(planIds)]
  await tx.$queryRaw`select 1 from service_plan where id = any (${ids}::uuid[]) and scope = ${actor.scope} order by id for share`
  const today = await todayOf(tx, target.scope)
  const rows = (await plansFor(tx, actor, target, sql`s.id = any (${ids}::uuid[])`)).map((row) => asRow(row, today))
  if (rows.length < ids.length) throw new DomainError('notFound')
  const wanted = rows.filter(({ grantedAt }) => grantedAt === null)
  const refused = wanted.find(({ refusal }) => refusal !== null)
  if (refused?.refusal) throw new DomainError(refused.refusal, {}, 'planIds')
  await tx.planGrant.createMany({
    data: wanted.map(({ planId }) => ({
      scope: target.scope,
      planScope: actor.scope,
      planId,
      grantedBy: `${actor.firstName} ${actor.lastName}`,
    })),
    skipDuplicates: true,
  })
  await recordAll(
    tx,
    actor,
    wanted.map((plan) => ({ ...logged(target, plan), after: { granted: true } })),
  )
  return { granted: wanted.length }
}

/** Takes plans from a reseller; its customers keep what they have. Refuses with wrongKind, notFound. */
export async function revokePlans(tx: Tx, actor: Actor, target: Target, { planIds }: PlanGrants) {
  mustBeReseller(target)
  await widen(tx, actor)
  const ids = [...new Set(planIds)]
  const rows = await plansFor(tx, actor, target, sql`s.id = any (${ids}::uuid[])`)
  const { count } = await tx.planGrant.deleteMany({ where: { scope: target.scope, planId: { in: ids } } })
  if (count < ids.length) throw new DomainError('notFound')
  await recordAll(
    tx,
    actor,
    rows.map((plan) => ({ ...logged(target, plan), before: { granted: true } })),
  )
}

const logged = (target: Target, { planId, name }: { planId: string; name: string }) =>
  ({
    scope: target.scope,
    action: 'partner.assignPlan',
    targetType: 'plan',
    targetId: planId,
    targetName: name,
  }) as const

function mustBeReseller(target: Target): void {
  if (target.kind !== 'reseller') throw new DomainError('wrongKind')
}
