import { type Operation, Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { pendingItems, settleItems } from '@/server/features/operations/items'
import type { OperationDefinition, StepOutcome } from '@/server/features/operations/kinds'
import { type Decision, no, yes } from '@/server/lib/result'
import { byActor } from './by'
import { type LoadedLicence, loadLicences } from './load'
import { recordDeeds } from './trail'

/** Customers of one chunk: one transaction, so that a killed worker leaves a chunk done or untouched. */
const CHUNK = 200

type Input = { planId: string; reviewedAt: string }

/** What came to a subscription and what left it, by the names of the products. */
type Moved = { subscriptionId: string; added: string[]; removed: string[] }

/** Brings customers over to what the suite of their plan held when its changes were approved. */
async function suiteStep(operation: Operation, actor: Actor): Promise<StepOutcome> {
  const { planId, reviewedAt } = operation.input as Input
  return inScope(operation.scope, 'write', async (tx) => {
    const items = await pendingItems(tx, operation, CHUNK)
    if (items.length === 0) {
      return (await tx.operationItem.count({ where: { operationId: operation.id, state: 'pending' } })) > 0
        ? 'more'
        : 'done'
    }
    const ids = items.map(({ ref }) => ref)
    const held = await loadLicences(tx, Prisma.sql`s.id = any (${ids}::uuid[])`, { lock: true })
    const byId = new Map(held.map((one) => [one.subscriptionId, one]))
    const decided = items.map(({ ref }) => ({ ref, decision: isAffected(byId.get(ref), planId) }))
    const affected = decided.flatMap(({ decision }) => (decision.ok ? [decision.value] : []))
    await bringOver(tx, actor, affected, reviewedAt)
    await settleItems(
      tx,
      operation,
      decided.map(({ ref, decision }) =>
        decision.ok ? { ref, state: 'done' } : { ref, state: 'refused', code: decision.code, params: decision.params },
      ),
    )
    return 'more'
  })
}

/** Who cancelled, or moved to another plan, since the approval is left as it is. */
function isAffected(held: LoadedLicence | undefined, planId: string): Decision<LoadedLicence> {
  if (!held) return no('notFound')
  if (held.cancelledOn !== null) return no('licenceCancelled')
  return held.planId === planId ? yes(held) : no('movedSince')
}

async function bringOver(tx: Tx, actor: Actor, held: readonly LoadedLicence[], reviewedAt: string): Promise<void> {
  if (held.length === 0) return
  const json = JSON.stringify(
    held.map(({ subscriptionId, scope, productId, today }) => ({ id: subscriptionId, scope, suite: productId, today })),
  )
  const added = await addComponents(tx, json, reviewedAt)
  const removed = await removeComponents(tx, json, reviewedAt)
  const moved = held
    .map(({ subscriptionId }) => ({
      subscriptionId,
      added: added.filter((row) => row.id === subscriptionId).map(({ name }) => name),
      removed: removed.filter((row) => row.id === subscriptionId).map(({ name }) => name),
    }))
    .filter(({ added: came, removed: left }) => came.length + left.length > 0)
  await tell(tx, actor, held, moved)
}

type Named = { id: string; name: string }

// What changed after the approval waits for the next one. A component that comes back gets its licence back.
const addComponents = (tx: Tx, json: string, reviewedAt: string): Promise<Named[]> => tx.$queryRaw<Named[]>`
  with added as (
    insert into licence (scope, subscription_id, product_scope, product_id, activation_code)
    select w.scope, w.id, r.scope, r.id, case when r.needs_code then activation_code() end
    from jsonb_to_recordset(${json}::jsonb) as w (scope text, id uuid, suite uuid, today date)
    join suite_component k on k.suite_id = w.suite and k.changed_at <= ${reviewedAt}::timestamptz
      and k.added_on <= w.today and (k.removed_on is null or w.today < k.removed_on)
    join product r on r.id = k.product_id
    on conflict (subscription_id, product_id) do update set removed_on = null where licence.removed_on is not null
    returning subscription_id, product_id
  )
  select a.subscription_id as id, r.name from added a join product r on r.id = a.product_id order by r.name`

const removeComponents = (tx: Tx, json: string, reviewedAt: string): Promise<Named[]> => tx.$queryRaw<Named[]>`
  with removed as (
    update licence l set removed_on = k.removed_on
    from jsonb_to_recordset(${json}::jsonb) as w (scope text, id uuid, suite uuid, today date)
    join suite_component k on k.suite_id = w.suite and k.changed_at <= ${reviewedAt}::timestamptz and k.removed_on is not null
    where l.scope = w.scope and l.subscription_id = w.id and l.product_id = k.product_id
      and l.removed_on is distinct from k.removed_on
      and not exists (select 1 from suite_component n where n.suite_id = k.suite_id and n.product_id = k.product_id
        and (n.removed_on is null or n.removed_on > k.removed_on))
    returning l.subscription_id, l.product_id
  )
  select a.subscription_id as id, r.name from removed a join product r on r.id = a.product_id order by r.name`

/** A transaction and a line of the log for each customer whose licences changed; the term and the units are as they were. */
async function tell(tx: Tx, actor: Actor, held: readonly LoadedLicence[], moved: readonly Moved[]): Promise<void> {
  const byId = new Map(held.map((one) => [one.subscriptionId, one]))
  const deeds = moved.flatMap(({ subscriptionId, added, removed }) => {
    const one = byId.get(subscriptionId)
    if (!one) return []
    const { scope, customerName, manager, today } = one
    const customer = { scope, name: customerName, managerName: manager.name, today }
    return [
      {
        type: 'suiteChange' as const,
        mail: null,
        subscriptionId,
        customer,
        before: one,
        after: one,
        changes: { before: { removed }, after: { added } },
      },
    ]
  })
  if (deeds.length > 0) await recordDeeds(tx, byActor(actor, 'plan.approve'), deeds)
}

/** Asked for by the approval of a plan's suite changes. */
export const suiteChange: OperationDefinition = { privilege: 'plan.approve', step: suiteStep }
