import { isDeepStrictEqual } from 'node:util'
import type { Prisma } from '@/prisma/generated/client'
import { type Actor, decide, type Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { mayCreateBelow } from '@/server/features/companies/rules'
import { findTarget } from '@/server/features/companies/target'
import { record } from '@/server/features/log/record'
import { startOperation } from '@/server/features/operations/commands'
import { enqueue } from '@/server/jobs/queue'
import { DomainError } from '@/server/lib/errors'
import { type Decision, demand, yes } from '@/server/lib/result'
import { findImport, type Import } from './find'
import { columnsFrom, fieldNamed, mayCheck } from './headings'
import { arrivedBytes, bytesOfPiece, dropPieces, keepPiece, sourceInside } from './pieces'
import { IMPORT_LIMITS } from './read/limits'
import {
  demandRows,
  estimateSheet,
  type Inspection,
  inspectFile,
  type Layout,
  type Preview,
  previewTable,
} from './read/table'
import { asRefusal } from './refusals'
import { resultOf } from './result'
import { type CheckRequest, type ImportInput, type NewImport, PREVIEW_ROWS, type PreviewRequest } from './schema'
import { sweepImports } from './sweep'

type Ref = { operationId: string }

const json = (input: ImportInput): Prisma.InputJsonObject => ({ ...input, columns: [...input.columns] })

/** The company that will manage the customers. Refuses with notFound and as `decide` does, wrongParent. */
async function parentOf(tx: Tx, actor: Actor, own: Target, parentId: string | undefined): Promise<Target> {
  // The operation belongs to who asks; a reach that was moved elsewhere cannot hold it.
  if (own.scope !== actor.scope) throw new DomainError('wrongKind')
  const target = parentId === undefined || parentId === actor.companyId ? own : await findTarget(tx, actor, parentId)
  demand(decide(actor, 'customer.import', target))
  if (!target) throw new DomainError('notFound')
  demand(mayCreateBelow(target.kind, 'customer'))
  return target
}

/**
 * Makes room for a file and gives the id under which its pieces may arrive.
 * Refuses with fileEmpty, fileTooLarge (mebibytes), wrongParent, notFound.
 */
export async function beginImport(tx: Tx, actor: Actor, own: Target, { fileName, sizeBytes, parentId }: NewImport) {
  const target = await parentOf(tx, actor, own, parentId)
  if (sizeBytes === 0) throw new DomainError('fileEmpty')
  if (sizeBytes > IMPORT_LIMITS.fileBytes)
    throw new DomainError('fileTooLarge', { mebibytes: IMPORT_LIMITS.fileBytes / 1024 / 1024 })
  await sweepImports(tx, actor.scope)
  const { id, name } = await tx.company.findUniqueOrThrow({
    where: { scope: target.scope },
    select: { id: true, name: true },
  })
  const input: ImportInput = {
    fileName,
    sizeBytes,
    parent: { id, name, isOwn: id === actor.companyId },
    defaults: { locale: actor.locale, timeZone: actor.timeZone },
    layout: null,
    sheets: [],
    rowsEstimate: 0,
    headings: [],
    columns: [],
  }
  const operationId = await startOperation(tx, actor, {
    kind: 'customerImport',
    targetScope: target.scope,
    input: json(input),
    state: 'draft',
  })
  return { operationId, pieceBytes: IMPORT_LIMITS.pieceBytes }
}

/** Keeps a piece of the file; it may be sent again. Refuses with notFound, operationNotReady, invalidInput (not its length). */
export async function receivePiece(
  tx: Tx,
  actor: Actor,
  { operationId, seq, bytes }: Ref & { seq: number; bytes: Uint8Array },
) {
  const found = await findImport(tx, actor, operationId)
  if (found.state !== 'draft' || found.about.layout) throw new DomainError('operationNotReady')
  if (bytes.length === 0 || bytes.length !== bytesOfPiece(found.about.sizeBytes, seq))
    throw new DomainError('invalidInput')
  await keepPiece(tx, found, seq, bytes)
}

/** Of several sheets somebody may still choose another. */
const hasOneTable = ({ sheets }: Pick<Inspection, 'sheets'>): boolean => sheets.length <= 1

/**
 * Looks at the file that has arrived and proposes how to read it. A file that is none, or has too many rows, is answered with its reason,
 * and the import is over. Refuses with notFound, operationNotReady, fileIncomplete.
 */
export async function completeUpload(tx: Tx, actor: Actor, { operationId }: Ref): Promise<Decision<Ref>> {
  const found = await findImport(tx, actor, operationId)
  const { about } = found
  if (found.state !== 'draft' || about.layout) throw new DomainError('operationNotReady')
  if ((await arrivedBytes(tx, found)) !== about.sizeBytes) throw new DomainError('fileIncomplete')
  const source = sourceInside(tx, found, about.sizeBytes)
  const inspected = await asRefusal(async () => {
    const inspection = await inspectFile(source, (text) => fieldNamed(text) !== null)
    if (hasOneTable(inspection)) await demandRows(source, inspection.layout, inspection.rowsEstimate)
    return inspection
  })
  if (!inspected.ok) {
    await dropPieces(tx, found)
    await tx.operation.updateMany({
      where: { id: operationId },
      data: {
        state: 'failed',
        step: 'upload',
        errorCode: inspected.code,
        result: { params: inspected.params },
        finishedAt: new Date(),
      },
    })
    return inspected
  }
  const { layout, sheets, rowsEstimate } = inspected.value
  const preview = await asRefusal(() => previewTable(source, layout, PREVIEW_ROWS))
  const headings = preview.ok ? preview.value.headings : []
  await tx.operation.updateMany({
    where: { id: operationId },
    data: { input: json({ ...about, layout, sheets, rowsEstimate, headings, columns: columnsFrom(headings) }) },
  })
  return yes({ operationId })
}

/**
 * The headings and first rows of the file as a layout reads them, and what its columns seem to stand for; or why it cannot be read so.
 * Refuses with notFound, operationNotReady (nothing has arrived, or it is too late).
 */
export async function previewImport(tx: Tx, actor: Actor, { operationId, layout }: PreviewRequest) {
  const found = await findImport(tx, actor, operationId)
  const read = layout ?? found.about.layout
  if (found.state !== 'draft' || !found.about.layout || !read) throw new DomainError('operationNotReady')
  const preview = await previewOf(tx, found, read)
  if (!preview.ok) return { layout: read, preview }
  const { headings, rows } = preview.value
  const known = headings.join('\n') === found.about.headings.join('\n') ? found.about.columns : columnsFrom(headings)
  return { layout: read, preview: yes({ headings, rows, columns: known }) }
}

const previewOf = (tx: Tx, found: Import, layout: Layout): Promise<Decision<Preview>> =>
  asRefusal(() => previewTable(sourceInside(tx, found, found.about.sizeBytes), layout, PREVIEW_ROWS))

/** About how many rows a chosen table has. Refuses with fileTooManyRows where it was not counted when the file arrived. */
async function estimateOf(tx: Tx, found: Import, chosen: Layout): Promise<number> {
  const { about } = found
  const isSame = isDeepStrictEqual(chosen, about.layout)
  if (isSame && hasOneTable(about)) return about.rowsEstimate
  const source = sourceInside(tx, found, about.sizeBytes)
  const estimate = chosen.format === 'xlsx' && !isSame ? await estimateSheet(source, chosen.sheet) : about.rowsEstimate
  await demandRows(source, chosen, estimate)
  return estimate
}

/**
 * Has every row checked by the worker. Refuses with notFound, operationNotReady, columnNotMapped (fields), columnMappedTwice (field),
 * fileTooManyRows, and as the readers do.
 */
export async function startCheck(tx: Tx, actor: Actor, { operationId, layout, columns }: CheckRequest): Promise<void> {
  const found = await findImport(tx, actor, operationId)
  if (!found.about.layout) throw new DomainError('operationNotReady')
  const { headings } = demand(await previewOf(tx, found, layout))
  const all = headings.map((_, i) => columns[i] ?? null)
  demand(mayCheck(all))
  const rowsEstimate = await estimateOf(tx, found, layout)
  const { count } = await tx.operation.updateMany({
    where: { id: operationId, state: 'draft' },
    data: {
      ...{
        state: 'queued',
        step: 'check',
        total: Math.min(rowsEstimate, IMPORT_LIMITS.rows),
        done: 0,
        refused: 0,
        failed: 0,
      },
      input: json({ ...found.about, layout, rowsEstimate, headings, columns: all }),
    },
  })
  if (count === 0) throw new DomainError('operationNotReady')
  await tx.importRow.deleteMany({ where: { operationId } })
  await enqueue(tx, 'operation', { operationId })
}

/** Back to the columns, with the same file. Refuses with notFound, operationNotReady. */
export async function reopenImport(tx: Tx, actor: Actor, { operationId }: Ref): Promise<void> {
  const found = await findImport(tx, actor, operationId)
  const { count } = await tx.operation.updateMany({
    where: { id: operationId, step: 'check', state: { in: ['ready', 'done', 'failed'] } },
    data: { state: 'draft', step: '', errorCode: null, finishedAt: null, total: 0, done: 0, refused: 0, failed: 0 },
  })
  if (count === 0 || (await arrivedBytes(tx, found)) !== found.about.sizeBytes)
    throw new DomainError('operationNotReady')
  await tx.importRow.deleteMany({ where: { operationId } })
}

/** Has the good rows written by the worker. Refuses with notFound, operationNotReady, noGoodRows. */
export async function startWrite(tx: Tx, actor: Actor, { operationId }: Ref): Promise<void> {
  const found = await findImport(tx, actor, operationId)
  const { good } = resultOf(found)
  if (found.step === 'check' && good === 0) throw new DomainError('noGoodRows')
  const { count } = await tx.operation.updateMany({
    where: { id: operationId, state: 'ready', step: 'check' },
    data: { state: 'queued', step: 'write', total: good, done: 0, refused: 0, failed: 0 },
  })
  if (count === 0) throw new DomainError('operationNotReady')
  await record(tx, actor, {
    scope: actor.scope,
    action: 'customer.import',
    targetType: 'operation',
    targetId: operationId,
    targetName: found.about.fileName,
    after: { rows: good, parent: found.about.parent.name },
  })
  await enqueue(tx, 'operation', { operationId })
}
