import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { nudge, startOperation } from '@/server/features/operations/commands'
import { addItems } from '@/server/features/operations/items'
import { DomainError } from '@/server/lib/errors'
import { type BulkKey, bulkKeys, cancelling, FIRST_ID } from './bulk-targets'
import { maskedKey } from './form'
import { selectionCondition } from './list-sql'
import type { KeySelection, OperationRef, SelectedKeys } from './schema'

const PAGE = 5000
/** How many keys one bulk action takes. */
export const BULK_MAX = 100_000
/** Minutes for which a preview can be carried out. */
const PLAN_MINUTES = 30

/** A preview's totals; its rows are the operation's items. `redemptions`: how many can then no longer be used. */
export type CancelPlan = {
  operationId: string
  total: number
  willChange: number
  redemptions: number
  refused: { code: string; count: number }[]
}

/**
 * Works out which keys of a selection can be cancelled and keeps that as a draft operation. Nothing is changed yet.
 * Refuses with nothingSelected, selectionTooLarge (max).
 */
export async function planCancel(
  tx: Tx,
  { actor, target }: { actor: Actor; target: Target },
  { selection }: SelectedKeys,
): Promise<CancelPlan> {
  await widen(tx, actor)
  await dropStaleDrafts(tx, actor)
  const operationId = await startOperation(tx, actor, {
    kind: 'keyCancel',
    targetScope: target.scope,
    input: {},
    state: 'draft',
  })
  const operation = { id: operationId, scope: actor.scope }
  const condition = selectionCondition({ scope: target.scope, timeZone: actor.timeZone }, selection)
  const tally = { total: 0, willChange: 0, redemptions: 0 }
  const refused = new Map<string, number>()
  for (let afterId = FIRST_ID, page: BulkKey[] = []; ; afterId = page.at(-1)?.id ?? FIRST_ID) {
    page = await bulkKeys(tx, condition, { afterId, limit: PAGE })
    if (page.length === 0) break
    tally.total += page.length
    if (tally.total > BULK_MAX) throw new DomainError('selectionTooLarge', { max: BULK_MAX })
    const planned = page.map((key) => ({ key, decision: cancelling(key, actor.scope) }))
    await addItems(
      tx,
      operation,
      planned.map(({ key, decision }) => ({
        ref: key.id,
        name: maskedKey(key.lastFour),
        ...(decision.ok
          ? { params: decision.value }
          : { state: 'refused' as const, code: decision.code, params: decision.params }),
      })),
    )
    for (const { key, decision } of planned) {
      if (!decision.ok) refused.set(decision.code, (refused.get(decision.code) ?? 0) + 1)
      else {
        tally.willChange += 1
        tally.redemptions += key.redemptions - key.redeemed
      }
    }
    if (page.length < PAGE) break
  }
  const missing = await addMissing(tx, operation, selection)
  if (missing > 0) refused.set('notFound', missing)
  const total = tally.total + missing
  if (total === 0) throw new DomainError('nothingSelected')
  await tx.operation.updateMany({
    where: { id: operationId },
    data: { total, refused: total - tally.willChange, expiresAt: new Date(Date.now() + PLAN_MINUTES * 60_000) },
  })
  return { ...tally, operationId, total, refused: [...refused].map(([code, count]) => ({ code, count })) }
}

/** Ids that name nothing in reach stay in the plan as refused: foreign ones and such as never were, alike. */
async function addMissing(tx: Tx, operation: { id: string; scope: string }, selection: KeySelection) {
  if (selection.kind !== 'ids') return 0
  return tx.$executeRaw`
    insert into operation_item (scope, operation_id, ref, name, state, code)
    select ${operation.scope}, ${operation.id}::uuid, id, '', 'refused', 'notFound'
    from (select distinct unnest(${[...selection.ids]}::text[]) as id) as asked
    where not exists (select 1 from operation_item i where i.operation_id = ${operation.id}::uuid and i.ref = asked.id)`
}

/** Previews of this person that nobody carried out in time are forgotten. */
async function dropStaleDrafts(tx: Tx, { scope, accountId }: Actor): Promise<void> {
  await tx.operation.deleteMany({
    where: { scope, requestedBy: accountId, kind: 'keyCancel', state: 'draft', expiresAt: { lt: new Date() } },
  })
}

/**
 * Lets the worker carry out a preview of one's own, exactly as it was shown. Refuses with notFound, planExpired,
 * operationNotReady (carried out already), nothingSelected (every row was refused).
 */
export async function carryOutCancel(tx: Tx, actor: Actor, { operationId }: OperationRef): Promise<OperationRef> {
  await widen(tx, actor)
  const mine = { id: operationId, kind: 'keyCancel', requestedBy: actor.accountId } as const
  const plan = await tx.operation.findFirst({ where: mine })
  if (!plan) throw new DomainError('notFound')
  if (plan.state !== 'draft') throw new DomainError('operationNotReady')
  if (plan.refused === plan.total) throw new DomainError('nothingSelected')
  const { count } = await tx.operation.updateMany({
    where: { ...mine, state: 'draft', expiresAt: { gt: new Date() } },
    data: { state: 'queued', expiresAt: null },
  })
  if (count === 0) throw new DomainError('planExpired')
  await nudge(tx, operationId)
  return { operationId }
}
