import type { Operation } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { addProgress } from '@/server/features/operations/items'
import type { StepOutcome } from '@/server/features/operations/kinds'
import { dropPieces } from './pieces'
import { expectManyRows } from './plan'
import { writeRows } from './write-rows'

/** Customers of one transaction: a killed worker leaves a chunk written or untouched. */
const CHUNK = 1_000
/** Chunks written side by side: keeping the indexes of a customer is work for the database, and it has more than one core. */
const LANES = 2
/** Rounds of one step: between steps the rights of the person are looked at again. */
const ROUNDS_A_STEP = 5

/** Writes the next good rows of an import. Whatever was written before stays; what is left is found by its state. */
export async function writeStep(operation: Operation, actor: Actor): Promise<StepOutcome> {
  let after = 0
  for (let round = 0; round < ROUNDS_A_STEP; round++) {
    const lines = await inScope(operation.scope, 'read', (tx) => nextLines(tx, operation, after))
    const last = lines?.at(-1)
    if (!lines) return 'more'
    if (last === undefined) {
      // Only a look from the beginning can say that nothing is left.
      if (after > 0) return 'more'
      await inScope(operation.scope, 'write', (tx) => dropPieces(tx, operation))
      return 'done'
    }
    await inLanes(lines, (chunk) => inScope(operation.scope, 'write', (tx) => writeChunk(tx, operation, actor, chunk)))
    after = last
  }
  return 'more'
}

/** The lines of the next round, ascending; null when the person has asked to stop. */
async function nextLines(tx: Tx, { id }: Operation, after: number): Promise<number[] | null> {
  const running = await tx.operation.count({ where: { id, state: 'running', cancelRequested: false } })
  if (running === 0) return null
  await expectManyRows(tx)
  const rows = await tx.$queryRaw<{ line: number }[]>`
    select line from import_row where operation_id = ${id}::uuid and state = 'good' and line > ${after}
    order by line limit ${LANES * CHUNK}`
  return rows.map(({ line }) => line)
}

/** All chunks of a round at once; when one fails, the others are over before that is thrown. */
async function inLanes(lines: readonly number[], write: (chunk: readonly number[]) => Promise<void>): Promise<void> {
  const chunks = Array.from({ length: LANES }, (_, lane) => lines.slice(lane * CHUNK, (lane + 1) * CHUNK))
  const results = await Promise.allSettled(chunks.filter((chunk) => chunk.length > 0).map(write))
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

/** The counters move in the transaction of the rows, last of all: the lanes meet there for a moment only. */
async function writeChunk(tx: Tx, operation: Operation, actor: Actor, lines: readonly number[]): Promise<void> {
  const { written, known, failed } = await writeRows(tx, actor, operation, lines)
  await addProgress(tx, operation, { done: written, refused: known, failed })
}
