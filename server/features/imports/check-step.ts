import type { Operation } from '@/prisma/generated/client'
import { inScope } from '@/server/db/scoped'
import type { StepOutcome } from '@/server/features/operations/kinds'
import { compareRows } from './compare'
import { inputOf } from './find'
import { industryNamed } from './industry-named'
import { sourceOutside } from './pieces'
import type { FileRow } from './read/row'
import { readTable } from './read/table'
import { countRows } from './result'
import { checkRow, type RowPlan } from './row'
import { lastStagedLine, stageRows } from './stage'

/** Rows of one transaction. */
const CHUNK = 2_000

/**
 * Reads the whole file once, checks and stages its rows chunk by chunk, and compares them at the end. A killed worker's check goes on
 * behind the last line that is staged. Refuses as the readers do. Where every row is there already, nothing waits for anybody.
 */
export async function checkStep(operation: Operation): Promise<StepOutcome> {
  const about = inputOf(operation)
  if (!about.layout) throw new Error('nothing has arrived')
  const plan: RowPlan = { columns: about.columns, defaults: about.defaults, industryNamed }
  const before = await inScope(operation.scope, 'read', (tx) => lastStagedLine(tx, operation))
  const chunks = chunksAfter(before.line, readTable(sourceOutside(operation, about.sizeBytes), about.layout))
  if (!(await checkAll(chunks, plan, operation, before.rows))) return 'more'
  return await inScope(operation.scope, 'write', async (tx) => {
    await compareRows(tx, operation, about.columns)
    const result = await countRows(tx, operation.id)
    await tx.operation.updateMany({
      where: { id: operation.id },
      data: { total: result.rows, done: result.rows - result.bad, refused: result.bad, result },
    })
    return result.rows > 0 && result.known === result.rows ? 'done' : 'ready'
  })
}

/**
 * Checks and stages chunk by chunk: while the database keeps two of them, the next is read. False when the person has asked to stop.
 */
async function checkAll(
  chunks: AsyncIterable<FileRow[]>,
  plan: RowPlan,
  operation: Operation,
  rowsBefore: number,
): Promise<boolean> {
  let rows = rowsBefore
  let [older, newer] = [Promise.resolve(true), Promise.resolve(true)]
  try {
    for await (const chunk of chunks) {
      const checked = chunk.map((row) => checkRow(row, plan))
      if (!(await older)) return false
      rows += chunk.length
      older = newer
      newer = keep(operation, checked, rows, older)
      // Should reading fail meanwhile, that is what is thrown; this one is awaited below.
      newer.catch(() => undefined)
    }
    return (await older) && (await newer)
  } finally {
    await Promise.allSettled([older, newer])
  }
}

/**
 * Stages a chunk and moves the progress; false when the person has asked to stop. It comes about after the one `before` it, so that
 * whatever is staged has no gaps.
 */
const keep = (
  operation: Operation,
  checked: Parameters<typeof stageRows>[2],
  rows: number,
  before: Promise<boolean>,
): Promise<boolean> =>
  inScope(operation.scope, 'write', async (tx) => {
    await stageRows(tx, operation, checked)
    if (!(await before)) throw new Stopped()
    const now = await tx.operation.findUnique({
      where: { id: operation.id, state: 'running', cancelRequested: false },
      select: { total: true },
    })
    if (!now) throw new Stopped()
    await tx.operation.updateMany({
      where: { id: operation.id },
      data: { done: rows, total: Math.max(rows, now.total) },
    })
    return true
  }).catch((error: unknown) => {
    if (error instanceof Stopped) return false
    throw error
  })

/** The person has asked to stop: what was being staged is taken back. */
class Stopped extends Error {}

async function* chunksAfter(line: number, batches: AsyncIterable<FileRow[]>): AsyncGenerator<FileRow[]> {
  let chunk: FileRow[] = []
  for await (const batch of batches) {
    for (const row of batch) {
      if (row.line <= line) continue
      chunk.push(row)
      if (chunk.length < CHUNK) continue
      yield chunk
      chunk = []
    }
  }
  if (chunk.length > 0) yield chunk
}
