import { type Operation, Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { DomainError } from '@/server/lib/errors'
import { itemsByName } from './items-by-name'
import type { ItemFilter, OperationFilter } from './schema'
import { fileNameOf, goodRowsOf, stageOf } from './stage'

/** An operation as screens show it. Instants are ISO strings. */
export type OperationRow = ReturnType<typeof asRow>

const asRow = (operation: Operation) => ({
  id: operation.id,
  kind: operation.kind,
  state: operation.state,
  step: operation.step,
  stage: stageOf(operation),
  fileName: fileNameOf(operation),
  goodRows: goodRowsOf(operation),
  requestedName: operation.requestedName,
  total: operation.total,
  done: operation.done,
  refused: operation.refused,
  failed: operation.failed,
  cancelRequested: operation.cancelRequested,
  errorCode: operation.errorCode,
  createdAt: operation.createdAt.toISOString(),
  startedAt: operation.startedAt?.toISOString() ?? null,
  finishedAt: operation.finishedAt?.toISOString() ?? null,
})

/** One's own; an administrator sees those of the whole company (never those of companies below: they are theirs). */
const visibleTo = (actor: Actor) => ({
  scope: actor.scope,
  ...(actor.role === 'administrator' ? {} : { requestedBy: actor.accountId }),
})

/** A preview that nobody carried out is no work yet; an import that waits for its columns is. */
const BEGUN = { NOT: { state: 'draft', kind: { not: 'customerImport' } } } as const

/** Newest first, keyset by id (uuid v7: in order of creation). */
export async function listOperations(tx: Tx, actor: Actor, { state, cursor, limit }: OperationFilter) {
  const rows = await tx.operation.findMany({
    where: { ...visibleTo(actor), ...(state ? { state } : BEGUN), ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  return { rows: page.map(asRow), nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** What runs now or waits for a person, for the top bar: at most ten. */
export async function unfinishedOperations(tx: Tx, actor: Actor): Promise<OperationRow[]> {
  const rows = await tx.operation.findMany({
    where: { scope: actor.scope, requestedBy: actor.accountId, state: { in: ['queued', 'running', 'ready'] } },
    orderBy: { id: 'desc' },
    take: 10,
  })
  return rows.map(asRow)
}

/** Refuses with notFound. */
export async function getOperation(
  tx: Tx,
  actor: Actor,
  { operationId }: { operationId: string },
): Promise<OperationRow> {
  const operation = await tx.operation.findFirst({ where: { id: operationId, ...visibleTo(actor) } })
  if (!operation) throw new DomainError('notFound')
  return asRow(operation)
}

/** The targets of an operation in the order of their names. Refuses with notFound. */
export async function listItems(tx: Tx, actor: Actor, { operationId, state, cursor, limit }: ItemFilter) {
  await getOperation(tx, actor, { operationId })
  const condition = state ? Prisma.sql`i.state = ${state}::item_state` : Prisma.sql`true`
  const rows = await itemsByName(tx, operationId, { condition, after: cursor, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return { rows: page, nextCursor: rows.length > limit ? (page.at(-1)?.ref ?? null) : null }
}
