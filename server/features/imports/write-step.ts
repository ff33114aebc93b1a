import { availableParallelism } from 'node:os'
import type { Operation } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { env } from '@/server/env'
import { addProgress } from '@/server/features/operations/items'
import type { StepOutcome } from '@/server/features/operations/kinds'
import { inLanes } from '@/server/lib/lanes'
import { dropPieces } from './pieces'
import { expectManyRows } from './plan'
import { writeRows } from './write-rows'

/** Customers of one transaction: a killed worker leaves a chunk written or untouched. */
const CHUNK = 1_000
/** Chunks of one step: between steps the rights of the person are looked at again. */
const CHUNKS_A_STEP = 20
const LANES_MAX = 4

/**
 * Chunks written side by side: a connection keeps one core of the database busy. Two where there are two, then half of them, so that
 * others come through; the worker needs a connection besides, for its lease.
 */
export const lanesFor = (cores: number, connections: number): number =>
  Math.max(1, Math.min(LANES_MAX, cores, Math.max(2, Math.floor(cores / 2)), connections - 1))

/** Writes the next good rows of an import. Whatever was written before stays; what is left is found by its state. */
export async function writeStep(operation: Operation, actor: Actor): Promise<StepOutcome> {
  const lines = await inScope(operation.scope, 'read', (tx) => nextLines(tx, operation))
  if (lines.length === 0) {
    await inScope(operation.scope, 'write', (tx) => dropPieces(tx, operation))
    return 'done'
  }
  const chunks = Array.from({ length: Math.ceil(lines.length / CHUNK) }, (_, i) =>
    lines.slice(i * CHUNK, (i + 1) * CHUNK),
  )
  await inLanes(chunks, lanesFor(availableParallelism(), env.DATABASE_POOL_MAX), (chunk, hasBegun) =>
    inScope(operation.scope, 'write', (tx) => writeChunk(tx, operation, actor, chunk, hasBegun)),
  )
  return 'more'
}

/** The good lines of the next step, ascending. */
async function nextLines(tx: Tx, { id }: Operation): Promise<number[]> {
  await expectManyRows(tx)
  const rows = await tx.$queryRaw<{ line: number }[]>`
    select line from import_row where operation_id = ${id}::uuid and state = 'good'
    order by line limit ${CHUNKS_A_STEP * CHUNK}`
  return rows.map(({ line }) => line)
}

/**
 * Writes one chunk; false when the person has asked to stop. Its transaction has begun when it has looked: the list shows customers by
 * the beginning of what made them, so chunks begin in the order of the file. The counters move in the transaction of the rows, last of
 * all: the lanes meet there for a moment only.
 */
async function writeChunk(
  tx: Tx,
  operation: Operation,
  actor: Actor,
  lines: readonly number[],
  hasBegun: () => void,
): Promise<boolean> {
  const running = await tx.operation.count({ where: { id: operation.id, state: 'running', cancelRequested: false } })
  hasBegun()
  if (running === 0) return false
  const { written, known, failed } = await writeRows(tx, actor, operation, lines)
  await addProgress(tx, operation, { done: written, refused: known, failed })
  return true
}
