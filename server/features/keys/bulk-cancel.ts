import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { addMissing, carryOutDraft, closeDraft, openDraft } from '@/server/features/operations/drafts'
import { addItems } from '@/server/features/operations/items'
import { DomainError } from '@/server/lib/errors'
import { type BulkKey, bulkKeys, cancelling, FIRST_ID } from './bulk-targets'
import { maskedKey } from './form'
import { selectionCondition } from './list-sql'
import type { OperationRef, SelectedKeys } from './schema'

const PAGE = 5000
/** How many keys one bulk action takes. */
export const BULK_MAX = 100_000

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
  const operation = await openDraft(tx, actor, { kind: 'keyCancel', targetScope: target.scope, input: {} })
  const condition = selectionCondition({ scope: target.scope, timeZone: actor.timeZone }, selection)
  const tally = { total: 0, willChange: 0, redemptions: 0 }
  const found: string[] = []
  const refused = new Map<string, number>()
  for (let afterId = FIRST_ID, page: BulkKey[] = []; ; afterId = page.at(-1)?.id ?? FIRST_ID) {
    page = await bulkKeys(tx, condition, { afterId, limit: PAGE })
    if (page.length === 0) break
    found.push(...page.map(({ id }) => id))
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
  const missing = selection.kind === 'ids' ? await addMissing(tx, operation, selection.ids, found) : 0
  if (missing > 0) refused.set('notFound', missing)
  const total = tally.total + missing
  await closeDraft(tx, operation, { total, refused: total - tally.willChange })
  return { ...tally, operationId: operation.id, total, refused: [...refused].map(([code, count]) => ({ code, count })) }
}

/** Lets the worker carry out a preview of one's own. Refuses as carryOutDraft does. */
export const carryOutCancel = (tx: Tx, actor: Actor, plan: OperationRef): Promise<OperationRef> =>
  carryOutDraft(tx, actor, 'keyCancel', plan)
