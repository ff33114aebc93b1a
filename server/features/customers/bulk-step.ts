import { type Operation, Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { type Change, recordAll } from '@/server/features/log/record'
import { type PendingItem, pendingItems, settleItems } from '@/server/features/operations/items'
import type { StepOutcome } from '@/server/features/operations/kinds'
import { type Decision, no } from '@/server/lib/result'
import { type BulkTarget, bulkTargets } from './bulk-targets'
import { type BulkChange, type Effect, effectOf, retag } from './rules'
import { endSessions } from './sessions'

/** Customers of one chunk: one transaction, so that a killed worker leaves a chunk done or untouched. */
const CHUNK = 500

/** What the work may have been asked to do, as it stands in the operation. */
function changeOf({ kind, input }: Operation): BulkChange {
  switch (kind) {
    case 'customerDisable':
    case 'customerEnable':
    case 'customerDelete':
      return { kind }
    case 'customerTag': {
      const { add, remove } = input as { add: string[]; remove: string[] }
      return { kind, add, remove }
    }
    default:
      throw new Error(`${kind} is no change of customers`)
  }
}

/** Carries out the next chunk of a preview, leaving out whatever has moved since it was shown. */
export async function bulkStep(operation: Operation, actor: Actor): Promise<StepOutcome> {
  const change = changeOf(operation)
  return inScope(operation.scope, 'write', async (tx) => {
    const items = await pendingItems(tx, operation, CHUNK)
    if (items.length === 0) return (await isAnyPending(tx, operation)) ? 'more' : 'done'
    const ids = items.map(({ ref }) => ref)
    const found = await bulkTargets(tx, Prisma.sql`c.id = any (${ids}::text[])`, { limit: CHUNK, lock: true })
    const byId = new Map(found.map((target) => [target.id, target]))
    const decided = items.map((item) => ({
      item,
      target: byId.get(item.ref),
      decision: decideNow(change, item, byId.get(item.ref)),
    }))
    const good = decided.flatMap(({ target, decision }) => (target && decision.ok ? [target] : []))
    if (good.length > 0) await carryOut(tx, actor, change, good)
    await settleItems(
      tx,
      operation,
      decided.map(({ item, decision }) =>
        decision.ok
          ? { ref: item.ref, state: 'done' }
          : { ref: item.ref, state: 'refused', code: decision.code, params: decision.params },
      ),
    )
    return 'more'
  })
}

/** Rows that a dying worker still holds are skipped for the moment; they are not done. */
const isAnyPending = async (tx: Tx, { id }: Operation): Promise<boolean> =>
  (await tx.operationItem.count({ where: { operationId: id, state: 'pending' }, take: 1 })) > 0

/** The rule of the preview, asked again; a customer changed since then is left out. */
function decideNow(change: BulkChange, item: PendingItem, target: BulkTarget | undefined): Decision<Effect> {
  if (!target) return no('notFound')
  if (item.params?.version !== target.version) return no('movedSince')
  return effectOf(change, target)
}

async function carryOut(tx: Tx, actor: Actor, change: BulkChange, targets: readonly BulkTarget[]): Promise<void> {
  const ids = targets.map(({ id }) => id)
  await recordAll(
    tx,
    actor,
    targets.map((target) => logged(change, target)),
  )
  switch (change.kind) {
    case 'customerDisable':
      await tx.$executeRaw`update company set status = 'disabled' where id = any (${ids}::text[])`
      return endSessions(tx, ids)
    case 'customerEnable':
      await tx.$executeRaw`update company set status = 'enabled' where id = any (${ids}::text[])`
      return
    case 'customerDelete':
      await tx.$executeRaw`delete from company where id = any (${ids}::text[])`
      return
    case 'customerTag': {
      const rows = targets.map(({ id, tags }) => ({ id, tags: tagsAfter(tags, change) }))
      await tx.$executeRaw`
        update company c set tags = array(select jsonb_array_elements_text(n.tags))
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id text, tags jsonb) where c.id = n.id`
    }
  }
}

const tagsAfter = (tags: readonly string[], change: Extract<BulkChange, { kind: 'customerTag' }>): string[] => {
  const after = retag(tags, change)
  return after.ok ? after.value : [...tags]
}

function logged(change: BulkChange, { id, scope, name, status, tags, portal }: BulkTarget): Change {
  const target = { scope, targetType: 'company' as const, targetId: id, targetName: name }
  switch (change.kind) {
    case 'customerDisable':
      return { ...target, action: 'customer.disable', before: { status }, after: { status: 'disabled' } }
    case 'customerEnable':
      return { ...target, action: 'customer.disable', before: { status }, after: { status: 'enabled' } }
    case 'customerDelete':
      return { ...target, action: 'customer.delete', before: { name, portal, status } }
    case 'customerTag':
      return {
        ...target,
        action: 'customer.update',
        before: { tags: [...tags] },
        after: { tags: tagsAfter(tags, change) },
      }
  }
}
