import { type Operation, Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { nextItem, type PendingItem, pendingItems, settleItems } from '@/server/features/operations/items'
import type { StepOutcome } from '@/server/features/operations/kinds'
import { DomainError } from '@/server/lib/errors'
import { type Decision, no, type Refusal, yes } from '@/server/lib/result'
import { assignments, productsOf, writeAssignments } from './assign'
import { assignRef, plannedAssignment } from './bulk-assign'
import { claimed, plannedChange, poolsFor } from './bulk-plan'
import {
  type AssignBulk,
  BULK_PRIVILEGE,
  bulkEffect,
  isAsShown,
  type LicenceBulk,
  type LicenceBulkKind,
} from './bulk-rules'
import { type By, byActor } from './by'
import { loadLicences, lockFor } from './load'
import { loadCustomers } from './load-customers'
import { loadPlans } from './load-plans'
import type { Assignment } from './plan-rules'
import { Pools } from './pools'
import { writeEffects } from './write'

const { sql } = Prisma

/** Rows of one chunk: one transaction, so that a killed worker leaves a chunk done or untouched. */
const CHUNK = 1000

type Outcome = { ref: string; decision: Decision<unknown> }
/** Does pending rows, each its own outcome; throws what the database refuses. */
type Work = (tx: Tx, by: By, items: readonly PendingItem[]) => Promise<Outcome[]>

/** Carries out the next chunk of a preview, leaving out whatever has moved since it was shown. */
export async function bulkStep(operation: Operation, actor: Actor): Promise<StepOutcome> {
  const { kind, input } = operation
  const { sendMail, ...rest } = input as { sendMail: boolean }
  const change = { kind, ...rest } as LicenceBulk | AssignBulk
  const by = byActor(actor, BULK_PRIVILEGE[kind as LicenceBulkKind], { mail: sendMail })
  const work: Work =
    change.kind === 'licenceAssign'
      ? (tx, who, items) => assignItems(tx, who, change, items, sendMail)
      : (tx, who, items) => changeItems(tx, who, change, items, sendMail)
  try {
    return await step(operation, by, work, (tx) => pendingItems(tx, operation, CHUNK))
  } catch (error) {
    if (!isRefusal(error)) throw error
    // One row was refused by the database itself (the figures of a pool, one free licence): row by row, it is found.
    return rowByRow(operation, by, work)
  }
}

const isRefusal = (error: unknown): error is DomainError =>
  error instanceof DomainError && !['databaseGone', 'busy'].includes(error.code)

type Next = (tx: Tx) => Promise<PendingItem[]>

function step(operation: Operation, by: By, work: Work, next: Next): Promise<StepOutcome> {
  return inScope(operation.scope, 'write', async (tx) => {
    const items = await next(tx)
    if (items.length === 0) return (await isAnyPending(tx, operation)) ? 'more' : 'done'
    await settle(tx, operation, await work(tx, by, items))
    return 'more'
  })
}

async function rowByRow(operation: Operation, by: By, work: Work): Promise<StepOutcome> {
  for (let row = 0; row < CHUNK; row += 1) {
    try {
      const outcome = await step(operation, by, work, (tx) => nextItem(tx, operation))
      if (outcome === 'done') return outcome
    } catch (error) {
      if (!isRefusal(error)) throw error
      await refuseNext(operation, { ok: false, code: error.code, params: error.params })
    }
  }
  return 'more'
}

const refuseNext = (operation: Operation, decision: Refusal): Promise<void> =>
  inScope(operation.scope, 'write', async (tx) => {
    const items = await nextItem(tx, operation)
    await settle(
      tx,
      operation,
      items.map(({ ref }) => ({ ref, decision })),
    )
  })

const settle = (tx: Tx, operation: Operation, outcomes: readonly Outcome[]): Promise<void> =>
  settleItems(
    tx,
    operation,
    outcomes.map(({ ref, decision }) =>
      decision.ok ? { ref, state: 'done' } : { ref, state: 'refused', code: decision.code, params: decision.params },
    ),
  )

/** Rows that a dying worker still holds are skipped for the moment; they are not done. */
const isAnyPending = async (tx: Tx, { id }: Operation): Promise<boolean> =>
  (await tx.operationItem.count({ where: { operationId: id, state: 'pending' }, take: 1 })) > 0

async function changeItems(
  tx: Tx,
  by: By,
  change: LicenceBulk,
  items: readonly PendingItem[],
  sendMail: boolean,
): Promise<Outcome[]> {
  const refs = items.map(({ ref }) => ref)
  const lock = lockFor(change.kind === 'licenceModify' ? change.changes : {})
  const held = await loadLicences(tx, sql`s.id = any (${refs}::uuid[])`, { lock })
  const pools = await poolsFor(tx, held, true)
  const byId = new Map(held.map((one) => [one.subscriptionId, one]))
  const decided = items.map(({ ref, params }) => {
    const one = byId.get(ref)
    if (!one) return { ref, decision: no('notFound') }
    if (params?.revision !== one.revision) return { ref, decision: no('movedSince') }
    const wanted = bulkEffect(change, one, one.today)
    if (wanted.ok && !isAsShown(params, plannedChange(one, wanted.value, sendMail)))
      return { ref, decision: no('movedSince') }
    const decision = claimed(one, wanted, pools)
    return { ref, decision: decision.ok ? yes({ held: one, effect: decision.value }) : decision }
  })
  await writeEffects(
    tx,
    by,
    decided.flatMap(({ decision }) => (decision.ok ? [decision.value] : [])),
  )
  return decided
}

async function assignItems(
  tx: Tx,
  by: By,
  { wishes }: AssignBulk,
  items: readonly PendingItem[],
  sendMail: boolean,
): Promise<Outcome[]> {
  const planIds = wishes.map(({ planId }) => planId)
  const productIds = await productsOf(tx, planIds)
  const ids = [...new Set(items.map(({ ref }) => ref.split(':')[0] ?? ''))]
  const customers = await loadCustomers(tx, sql`c.id = any (${ids}::text[])`, { productIds, lock: true })
  const managing = customers.map(({ managingScope }) => managingScope)
  const pools = await Pools.load(tx, managing, productIds, { lock: true })
  const plans = await loadPlans(tx, managing, planIds)
  const shownByRef = new Map(items.map(({ ref, params }) => [ref, params]))
  const decided = new Map<string, Decision<{ customer: (typeof customers)[number]; assignment: Assignment }>>()
  for (const customer of customers) {
    const asked = wishes.filter(({ planId }) => shownByRef.has(assignRef(customer.id, planId)))
    for (const { wish, plan, decision } of assignments(customer, asked, plans, pools)) {
      const ref = assignRef(customer.id, wish.planId)
      if (!decision.ok || !plan) {
        decided.set(ref, decision.ok ? no('notFound') : decision)
        continue
      }
      const now = plannedAssignment(customer, plan, decision.value, sendMail)
      const isShown = isAsShown(shownByRef.get(ref) ?? {}, now)
      decided.set(ref, isShown ? yes({ customer, assignment: decision.value }) : no('movedSince'))
    }
  }
  const outcomes = items.map(({ ref }) => ({ ref, decision: decided.get(ref) ?? no('notFound') }))
  await writeAssignments(
    tx,
    by,
    outcomes.flatMap(({ decision }) => (decision.ok ? [decision.value] : [])),
  )
  return outcomes
}
