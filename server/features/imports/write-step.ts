import type { Operation } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { addProgress } from '@/server/features/operations/items'
import type { StepOutcome } from '@/server/features/operations/kinds'
import { dropPieces } from './pieces'
import { writeRows } from './write-rows'

/** Customers of one transaction: a killed worker leaves a chunk written or untouched. */
const CHUNK = 1_000
/** Chunks of one step: between steps the rights of the person are looked at again. */
const CHUNKS_A_STEP = 10

/** Writes the next good rows of an import. Whatever was written before stays; what is left is found by its state. */
export async function writeStep(operation: Operation, actor: Actor): Promise<StepOutcome> {
  let after = 0
  for (let chunk = 0; chunk < CHUNKS_A_STEP; chunk++) {
    const last = await inScope(operation.scope, 'write', (tx) => writeChunk(tx, operation, actor, after))
    if (last === 'stopped') return 'more'
    // Only a look from the beginning can say that nothing is left.
    if (last === 'nothing') return after === 0 ? 'done' : 'more'
    after = last
  }
  return 'more'
}

/** Writes one chunk and gives its last line. */
async function writeChunk(
  tx: Tx,
  operation: Operation,
  actor: Actor,
  after: number,
): Promise<number | 'nothing' | 'stopped'> {
  // One worker at a time, even when a lease has run out under the first.
  const [running] = await tx.$queryRaw<{ id: string }[]>`
    select id from operation where id = ${operation.id}::uuid and state = 'running' and not cancel_requested for update`
  if (!running) return 'stopped'
  const lines = await nextLines(tx, operation, after)
  const last = lines.at(-1)
  if (last === undefined) {
    if (after === 0) await dropPieces(tx, operation)
    return 'nothing'
  }
  const { written, known, failed } = await writeRows(tx, actor, operation, lines)
  await addProgress(tx, operation, { done: written, refused: known, failed })
  return last
}

async function nextLines(tx: Tx, { id }: Operation, after: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ line: number }[]>`
    select line from import_row where operation_id = ${id}::uuid and state = 'good' and line > ${after} order by line limit ${CHUNK}`
  return rows.map(({ line }) => line)
}
