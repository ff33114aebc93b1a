import { type Operation, Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import { inScope } from '@/server/db/scoped'
import { type Change, recordAll } from '@/server/features/log/record'
import { type PendingItem, pendingItems, settleItems } from '@/server/features/operations/items'
import type { OperationDefinition, StepOutcome } from '@/server/features/operations/kinds'
import { type Decision, no } from '@/server/lib/result'
import { type BulkKey, bulkKeys, cancelling, type Effect } from './bulk-targets'
import { maskedKey } from './form'

/** Keys of one chunk: one transaction, so that a killed worker leaves a chunk done or untouched. */
const CHUNK = 2000

/** Cancels the next chunk of a preview, leaving out keys that were used or changed since it was shown. */
async function cancelStep(operation: Operation, actor: Actor): Promise<StepOutcome> {
  return inScope(operation.scope, 'write', async (tx) => {
    const items = await pendingItems(tx, operation, CHUNK)
    if (items.length === 0) {
      const left = await tx.operationItem.count({ where: { operationId: operation.id, state: 'pending' }, take: 1 })
      return left > 0 ? 'more' : 'done'
    }
    const ids = items.map(({ ref }) => ref)
    const inTarget = Prisma.sql`starts_with(k.scope, ${operation.targetScope}) and k.id = any (${ids}::uuid[])`
    const found = await bulkKeys(tx, inTarget, { limit: CHUNK, lock: true })
    const byId = new Map(found.map((key) => [key.id, key]))
    const decided = items.map((item) => {
      const key = byId.get(item.ref)
      return { item, key, decision: decideNow(item, key, actor) }
    })
    const good = decided.flatMap(({ key, decision }) => (key && decision.ok ? [key] : []))
    const by = `${actor.firstName} ${actor.lastName}`
    await tx.$executeRaw`
      update registration_key set cancelled_at = now(), cancelled_by = ${by}
      where id = any (${good.map(({ id }) => id)}::uuid[]) and cancelled_at is null`
    if (good.length > 0) await recordAll(tx, actor, good.map(logged))
    await settleItems(
      tx,
      operation,
      decided.map(({ item: { ref }, decision }) =>
        decision.ok ? { ref, state: 'done' } : { ref, state: 'refused', code: decision.code, params: decision.params },
      ),
    )
    return 'more'
  })
}

/** The rule of the preview, asked again; a key that somebody registered with since then is left out. */
function decideNow(item: PendingItem, key: BulkKey | undefined, actor: Actor): Decision<Effect> {
  if (!key) return no('notFound')
  if (item.params?.redeemed !== key.redeemed) return no('movedSince')
  return cancelling(key, actor.scope)
}

const logged = ({ id, scope, lastFour, status }: BulkKey): Change => ({
  scope,
  action: 'key.cancel',
  targetType: 'key',
  targetId: id,
  targetName: maskedKey(lastFour),
  before: { status },
  after: { status: 'cancelled' },
})

/** Long work with keys: who may, and what does it. */
export const KEY_OPERATIONS = {
  keyCancel: { privilege: 'key.cancel', step: cancelStep },
} as const satisfies Record<string, OperationDefinition>
