import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { addMissing, carryOutDraft, closeDraft, openDraft } from '@/server/features/operations/drafts'
import { addItems } from '@/server/features/operations/items'
import { DomainError } from '@/server/lib/errors'
import type { Refusal } from '@/server/lib/result'
import { BULK_MAX, type ConfirmedPlan, type PlanRef } from './bulk-schema'
import { type BulkTarget, bulkTargets } from './bulk-targets'
import { type BulkChange, type BulkKind, effectOf, mustMatchName } from './rules'
import type { CustomerSelection } from './selection'
import { selectionCondition } from './selection-sql'

const PAGE = 5000

/** A preview's totals; its rows are the operation's items. `accounts`: people who could sign in at those affected. */
export type Plan = {
  operationId: string
  total: number
  willChange: number
  accounts: number
  refused: { code: string; count: number }[]
  /** The only customer affected, when it is one: its name confirms what is final. */
  onlyName: string | null
}

/**
 * Works out what a change would do to each customer of a selection and keeps it as a draft operation, for thirty minutes.
 * Nothing is changed yet. Refuses with nothingSelected, selectionTooLarge (max).
 */
export async function planBulk(
  tx: Tx,
  { actor, target }: { actor: Actor; target: Target },
  change: BulkChange,
  selection: CustomerSelection,
): Promise<Plan> {
  await widen(tx, actor)
  const { kind, ...input } = change
  const operation = await openDraft(tx, actor, { kind, targetScope: target.scope, input: { ...input } })
  const found: string[] = []
  const tally = {
    total: 0,
    willChange: 0,
    accounts: 0,
    onlyName: null as string | null,
    refused: new Map<string, number>(),
  }
  const condition = selectionCondition({ scope: target.scope, timeZone: actor.timeZone }, selection)
  for (let afterId = '', page: BulkTarget[] = []; ; afterId = page.at(-1)?.id ?? '') {
    page = await bulkTargets(tx, condition, { afterId, limit: PAGE })
    if (page.length === 0) break
    found.push(...page.map(({ id }) => id))
    const planned = page.map((target) => ({ target, decision: effectOf(change, target) }))
    await addItems(
      tx,
      operation,
      planned.map(({ target, decision }) => ({
        ref: target.id,
        name: target.name,
        ...(decision.ok
          ? { params: { ...decision.value, version: target.version, accounts: target.accounts } }
          : refusedItem(decision)),
      })),
    )
    for (const { target, decision } of planned) {
      tally.total += 1
      if (decision.ok) {
        tally.willChange += 1
        tally.accounts += target.accounts
        tally.onlyName = tally.willChange === 1 ? target.name : null
      } else tally.refused.set(decision.code, (tally.refused.get(decision.code) ?? 0) + 1)
    }
    if (tally.total > BULK_MAX) throw new DomainError('selectionTooLarge', { max: BULK_MAX })
    if (page.length < PAGE) break
  }
  const missing = selection.kind === 'ids' ? await addMissing(tx, operation, selection.ids, found) : 0
  if (missing > 0) tally.refused.set('notFound', missing)
  const total = tally.total + missing
  await closeDraft(tx, operation, { total, refused: total - tally.willChange })
  const { refused, ...counts } = tally
  return {
    ...counts,
    operationId: operation.id,
    total,
    refused: [...refused].map(([code, count]) => ({ code, count })),
  }
}

const refusedItem = ({ code, params }: Refusal) => ({ state: 'refused' as const, code, params })

/** Carries out what is final: typed must be the name of the one customer, or their number. Also refuses with nameMismatch. */
export async function applyConfirmed(tx: Tx, actor: Actor, kind: BulkKind, input: ConfirmedPlan): Promise<PlanRef> {
  await widen(tx, actor)
  const pending = await tx.operationItem.findMany({
    where: { operationId: input.operationId, state: 'pending' },
    select: { name: true },
    take: 2,
  })
  const [only] = pending
  const count = await tx.operationItem.count({ where: { operationId: input.operationId, state: 'pending' } })
  const expected = count === 1 && only ? only.name : String(count)
  if (!mustMatchName(input.typed, expected).ok) throw new DomainError('nameMismatch', {}, 'typed')
  return carryOutDraft(tx, actor, kind, input)
}
