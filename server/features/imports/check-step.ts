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

/** Checks and stages chunk by chunk: while the database keeps one, the next is read. False when the person has asked to stop. */
async function checkAll(
  chunks: AsyncIterable<FileRow[]>,
  plan: RowPlan,
  operation: Operation,
  rowsBefore: number,
): Promise<boolean> {
  let rows = rowsBefore
  let keeping = Promise.resolve(true)
  try {
    for await (const chunk of chunks) {
      const checked = chunk.map((row) => checkRow(row, plan))
      if (!(await keeping)) return false
      rows += chunk.length
      keeping = keep(operation, checked, rows)
      // Should reading fail meanwhile, that is what is thrown; this one is awaited below.
      keeping.catch(() => undefined)
    }
    return await keeping
  } finally {
    await keeping.catch(() => undefined)
  }
}

/** Stages a chunk and moves the progress; false when the person has asked to stop. */
const keep = (operation: Operation, checked: Parameters<typeof stageRows>[2], rows: number): Promise<boolean> =>
  inScope(operation.scope, 'write', async (tx) => {
    const now = await tx.operation.findUnique({
      where: { id: operation.id, state: 'running', cancelRequested: false },
      select: { total: true },
    })
    if (!now) return false
    await stageRows(tx, operation, checked)
    await tx.operation.updateMany({
      where: { id: operation.id },
      data: { done: rows, total: Math.max(rows, now.total) },
    })
    return true
  })

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
