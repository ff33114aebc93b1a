import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { DomainError } from '@/server/lib/errors'
import { type Decision, demand, no } from '@/server/lib/result'
import type { By } from './by'
import { byActor } from './by'
import type { Request } from './commands'
import type { LoadedLicence } from './load'
import { type LoadedCustomer, loadCustomers } from './load-customers'
import { loadPlans, type Plans } from './load-plans'
import { type Assignment, assign } from './plan-rules'
import { Pools } from './pools'
import type { AssignmentInput, WishInput } from './schema'
import { applied } from './state'
import { type Done, type Issued, issue, type NewLicence, writeEffects } from './write'

const { sql } = Prisma

/**
 * What assigning a plan does to a customer, the pools included: those that are granted count for the next.
 * Codes: notFound (no such plan) · those of `assign` · notAllocated · allocationDisabled · poolExceeded.
 */
export function assigning(
  customer: LoadedCustomer,
  { planId, ...wish }: WishInput,
  plans: Plans,
  pools: Pools,
): Decision<Assignment> {
  const plan = plans(customer.managingScope, planId)
  if (!plan) return no('notFound')
  const { startsOn, existing, units } = wish
  const decision = assign(
    plan,
    customer,
    { units, ...(startsOn ? { startsOn } : {}), ...(existing ? { existing } : {}) },
    customer.today,
  )
  if (!decision.ok) return decision
  const claimed = pools.claim(customer, moveOf(customer, decision.value))
  return claimed.ok ? decision : claimed
}

/** The subscription of a customer that an assignment changes. */
export const heldOf = (customer: LoadedCustomer, id: string): LoadedLicence => {
  const held = customer.subscriptions.find(({ subscriptionId }) => subscriptionId === id)
  if (!held) throw new Error('an assignment changes what the customer has')
  return held
}

function moveOf(customer: LoadedCustomer, assignment: Assignment) {
  if (assignment.kind === 'issue') return { before: null, after: assignment.state }
  const held = heldOf(customer, assignment.subscriptionId)
  return { before: held, after: applied(held, assignment.effect) }
}

export type Assigned = { issued: Issued[]; changed: { subscriptionId: string; planId: string }[] }

/** Carries assignments out, each of which its rule has granted under lock. Each subscription at most once. */
export async function writeAssignments(
  tx: Tx,
  by: By,
  rows: readonly { customer: LoadedCustomer; assignment: Assignment }[],
): Promise<Assigned> {
  const fresh: NewLicence[] = []
  const changes: Done[] = []
  for (const { customer, assignment } of rows) {
    if (assignment.kind === 'issue') fresh.push({ customer, state: assignment.state, period: assignment.period })
    else changes.push({ held: heldOf(customer, assignment.subscriptionId), effect: assignment.effect })
  }
  const issued = await issue(tx, by, fresh)
  await writeEffects(tx, by, changes)
  return {
    issued,
    changed: changes.map(({ held, effect }) => ({
      subscriptionId: held.subscriptionId,
      planId: applied(held, effect).planId,
    })),
  }
}

/** The products of plans, for loading what customers have of them. */
export async function productsOf(tx: Tx, planIds: readonly string[]): Promise<string[]> {
  const rows = await tx.servicePlan.findMany({ where: { id: { in: [...planIds] } }, select: { productId: true } })
  return [...new Set(rows.map(({ productId }) => productId))]
}

/**
 * Assigns one or several plans to a customer: all or none. Each answers for itself; two plans of one product at once are
 * refused as if one had come after the other.
 * Refuses with notFound (customer or plan) and the codes of `assigning`.
 */
export async function assignPlans({ tx, actor, target }: Request, input: AssignmentInput): Promise<Assigned> {
  await widen(tx, actor)
  const planIds = input.wishes.map(({ planId }) => planId)
  const productIds = await productsOf(tx, planIds)
  const [customer] = await loadCustomers(tx, sql`c.scope = ${target.scope}`, { productIds, lock: true })
  if (!customer) throw new DomainError('notFound')
  const pools = await Pools.load(tx, [customer.managingScope], productIds, { lock: true })
  const plans = await loadPlans(tx, [customer.managingScope], planIds)
  const rows = assignments(customer, input.wishes, plans, pools).map(({ decision }) => ({
    customer,
    assignment: demand(decision),
  }))
  return writeAssignments(tx, byActor(actor, 'licence.assign', { mail: input.sendMail }), rows)
}

/**
 * What several wishes do to one customer. The second plan of a product finds the first one there.
 * Codes: those of `assigning`.
 */
export function assignments(customer: LoadedCustomer, wishes: readonly WishInput[], plans: Plans, pools: Pools) {
  const seen = new Set<string>()
  return wishes.map((wish) => {
    const plan = plans(customer.managingScope, wish.planId)
    const again = plan !== undefined && wish.existing !== 'add' && seen.has(plan.productId)
    if (plan) seen.add(plan.productId)
    const decision: Decision<Assignment> = again
      ? no('productAlreadyAssigned', { product: plan.product.name })
      : assigning(customer, wish, plans, pools)
    return { wish, plan, decision }
  })
}
