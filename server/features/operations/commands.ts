import type { OperationKind, Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { enqueue } from '@/server/jobs/queue'
import { DomainError } from '@/server/lib/errors'

type Start = {
  kind: OperationKind
  /** The company acted on, or the actor's own when it is everything below. */
  targetScope: string
  input: Prisma.InputJsonObject
  total?: number
  /** `draft` waits for a person before its first step; default `queued`. */
  state?: 'draft' | 'queued'
}

/** Begins long work: the row that people see, and the nudge for the worker, in one transaction. Gives the operation's id. */
export async function startOperation(
  tx: Tx,
  actor: Actor,
  { kind, targetScope, input, total = 0, state = 'queued' }: Start,
) {
  const operation = await tx.operation.create({
    data: {
      scope: actor.scope,
      kind,
      state,
      targetScope,
      input,
      total,
      requestedBy: actor.accountId,
      requestedName: `${actor.firstName} ${actor.lastName}`,
    },
    select: { id: true },
  })
  if (state === 'queued') await nudge(tx, operation.id)
  return operation.id
}

/** Wakes the worker for an operation. */
export const nudge = (tx: Tx, operationId: string): Promise<void> =>
  enqueue(tx, 'operation', { operationId }, { dedupe: `operation:${operationId}` })

/** Sends a waiting operation (`draft` or `ready`) on to its next step. Refuses with operationNotReady. */
export async function resumeOperation(
  tx: Tx,
  operationId: string,
  data: Prisma.OperationUpdateManyMutationInput = {},
): Promise<void> {
  const { count } = await tx.operation.updateMany({
    where: { id: operationId, state: { in: ['draft', 'ready'] } },
    data: { ...data, state: 'queued' },
  })
  if (count === 0) throw new DomainError('operationNotReady')
  await nudge(tx, operationId)
}

/**
 * Asks an operation to stop: one that waits is over at once, one that runs ends between two chunks.
 * Refuses with notFound, operationOver.
 */
export async function cancelOperation(tx: Tx, actor: Actor, { operationId }: { operationId: string }): Promise<void> {
  const mine = actor.role === 'administrator' ? {} : { requestedBy: actor.accountId }
  const operation = await tx.operation.findFirst({ where: { id: operationId, ...mine }, select: { id: true } })
  if (!operation) throw new DomainError('notFound')
  const { count: ended } = await tx.operation.updateMany({
    where: { id: operationId, state: { in: ['draft', 'ready'] } },
    data: { state: 'cancelled', cancelRequested: true, finishedAt: new Date() },
  })
  const { count: asked } = await tx.operation.updateMany({
    where: { id: operationId, state: { in: ['queued', 'running'] } },
    data: { cancelRequested: true },
  })
  if (ended + asked === 0) throw new DomainError('operationOver')
  if (asked > 0) await nudge(tx, operationId)
}
