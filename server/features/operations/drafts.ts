import type { OperationKind, Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { DomainError } from '@/server/lib/errors'
import { nudge, startOperation } from './commands'

/** Minutes for which a preview can be carried out. */
export const PLAN_MINUTES = 30

type Draft = { id: string; scope: string }

/** Begins a preview; those of this person that nobody carried out in time are forgotten. */
export async function openDraft(
  tx: Tx,
  actor: Actor,
  plan: { kind: OperationKind; targetScope: string; input: Prisma.InputJsonObject },
): Promise<Draft> {
  await tx.operation.deleteMany({
    where: { scope: actor.scope, requestedBy: actor.accountId, state: 'draft', expiresAt: { lt: new Date() } },
  })
  return { id: await startOperation(tx, actor, { ...plan, state: 'draft' }), scope: actor.scope }
}

/** Ids that name nothing in reach stay in the plan as refused: foreign ones and such as never were, alike. Gives how many. */
export const addMissing = (tx: Tx, draft: Draft, ids: readonly string[], found: readonly string[]): Promise<number> =>
  tx.$executeRaw`
    insert into operation_item (scope, operation_id, ref, name, state, code)
    select ${draft.scope}, ${draft.id}::uuid, id, '', 'refused', 'notFound'
    from (select distinct unnest(${[...ids]}::text[]) as id) as asked
    where id <> all (${[...found]}::text[])`

/** Lets a preview be carried out for thirty minutes. Refuses with nothingSelected. */
export async function closeDraft(tx: Tx, draft: Draft, { total, refused }: { total: number; refused: number }) {
  if (total === 0) throw new DomainError('nothingSelected')
  await tx.operation.updateMany({
    where: { id: draft.id },
    data: { total, refused, expiresAt: new Date(Date.now() + PLAN_MINUTES * 60_000) },
  })
}

/**
 * Lets the worker carry out a preview of one's own, exactly as it was shown. Refuses with notFound, planExpired,
 * operationNotReady (already carried out), nothingSelected (every row was refused).
 */
export async function carryOutDraft(
  tx: Tx,
  actor: Actor,
  kind: OperationKind,
  { operationId }: { operationId: string },
): Promise<{ operationId: string }> {
  await widen(tx, actor)
  const mine = { id: operationId, kind, requestedBy: actor.accountId }
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
