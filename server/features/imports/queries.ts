import { z } from 'zod'
import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { stageOf } from '@/server/features/operations/stage'
import type { ImportField } from './fields'
import { findImport, type Import, inputOf, visibleImports } from './find'
import type { Problem } from './problems'
import { resultOf } from './result'
import type { RowFilter, RowPage } from './schema'

const figures = z.object({ params: z.record(z.string(), z.union([z.string(), z.number()])) })

/** An import as its screen shows it. Instants are ISO strings. Refuses with notFound. */
export async function getImport(tx: Tx, actor: Actor, { operationId }: { operationId: string }) {
  const found = await findImport(tx, actor, operationId)
  const { about } = found
  const failed = figures.safeParse(found.result)
  return {
    id: found.id,
    phase: phaseOf(found),
    step: found.step,
    fileName: about.fileName,
    parent: about.parent,
    layout: about.layout,
    sheets: about.sheets,
    headings: about.headings,
    columns: about.columns,
    total: found.total,
    done: found.done,
    refused: found.refused,
    failed: found.failed,
    cancelRequested: found.cancelRequested,
    result: resultOf(found),
    refusal: found.errorCode ? { code: found.errorCode, params: failed.success ? failed.data.params : {} } : null,
    requestedName: found.requestedName,
    finishedAt: found.finishedAt?.toISOString() ?? null,
  }
}
export type ImportView = Awaited<ReturnType<typeof getImport>>

/** Where an import stands, for the person: one screen each. */
export type ImportPhase = 'uploading' | 'mapping' | 'checking' | 'report' | 'writing' | 'done' | 'failed' | 'cancelled'

function phaseOf({ state, step, about }: Import): ImportPhase {
  if (state === 'draft') return about.layout ? 'mapping' : 'uploading'
  if (state === 'queued' || state === 'running') return step === 'write' ? 'writing' : 'checking'
  return state === 'ready' || (state === 'done' && step === 'check') ? 'report' : state
}

/** The latest imports of one's own, or, for an administrator, of one's company. */
export async function recentImports(tx: Tx, actor: Actor) {
  const operations = await tx.operation.findMany({
    where: visibleImports(actor),
    orderBy: { id: 'desc' },
    take: 5,
  })
  return operations.map((operation) => {
    const about = inputOf(operation)
    return {
      id: operation.id,
      phase: phaseOf({ ...operation, about }),
      /** Checked, and no row of it can go in. */
      isIdle: stageOf(operation) === 'idle',
      fileName: about.fileName,
      parent: about.parent,
      requestedName: operation.requestedName,
      createdAt: operation.createdAt.toISOString(),
      written: resultOf(operation).written,
    }
  })
}

const FILTERS: Readonly<Record<RowFilter, Prisma.Sql>> = {
  all: Prisma.empty,
  good: Prisma.sql`and r.state = 'good'`,
  bad: Prisma.sql`and r.state = 'bad'`,
  known: Prisma.sql`and r.state = 'known'`,
  warned: Prisma.sql`and r.state in ('good', 'written') and r.problems is not null`,
  written: Prisma.sql`and r.state = 'written'`,
  failed: Prisma.sql`and r.state = 'failed'`,
}

const withProblem = (code: string | undefined): Prisma.Sql =>
  code === undefined ? Prisma.empty : Prisma.sql`and r.problems @> ${JSON.stringify([{ code }])}::jsonb`

type Row = {
  line: number
  state: 'good' | 'bad' | 'known' | 'written' | 'failed'
  cells: string[]
  problems: Problem[] | null
  company_id: string | null
}

const CLIP = 120

/**
 * Rows of the report in the order of the file, keyset by line. What stands in a cell comes with its problem; a row that is a customer
 * by now comes with its id. Refuses with notFound.
 */
export async function listRows(tx: Tx, actor: Actor, { operationId, filter, problem, after, before, limit }: RowPage) {
  const { about, targetScope } = await findImport(tx, actor, operationId)
  const rows = await tx.$queryRaw<Row[]>`
    with page as materialized (
      select r.line, r.state, r.cells, r.problems, r.value ->> 'key' as key from import_row r
      where r.operation_id = ${operationId}::uuid ${FILTERS[filter]} ${withProblem(problem)} ${
        before === undefined
          ? Prisma.sql`and r.line > ${after} order by r.line`
          : Prisma.sql`and r.line < ${before} order by r.line desc`
      } limit ${limit + 1}
    )
    select p.line, p.state::text as state, p.cells, p.problems,
      case when p.state in ('known', 'written') then
        (select c.id from company c where c.parent_scope = ${targetScope} and c.import_key = p.key) end as company_id
    from page p order by p.line`
  const isBack = before !== undefined
  const hasMore = rows.length > limit
  // The row too many shows that there is another page: on the way back it is the first, not the last.
  const page = hasMore ? (isBack ? rows.slice(1) : rows.slice(0, limit)) : rows
  const [first] = page
  const cell = (row: Row, field: ImportField) => row.cells[about.columns.indexOf(field)]?.slice(0, CLIP) ?? ''
  return {
    rows: page.map((row) => ({
      line: row.line,
      state: row.state,
      companyId: row.company_id,
      name: cell(row, 'name'),
      loginName: cell(row, 'loginName'),
      country: cell(row, 'country'),
      problems: (row.problems ?? []).map((problem) => ({
        ...problem,
        text: problem.column === undefined ? '' : (row.cells[problem.column] ?? '').slice(0, CLIP),
      })),
    })),
    nextAfter: isBack || hasMore ? (page.at(-1)?.line ?? null) : null,
    prevBefore: (isBack ? hasMore : after > 0) ? (first?.line ?? null) : null,
  }
}
export type ReportPage = Awaited<ReturnType<typeof listRows>>
export type ReportRow = ReportPage['rows'][number]

export type LeftOut = { line: number; cells: string[]; problems: Problem[] | null }

/** The next rows that did not go in, with their cells as they stand in the file. */
export const leftOut = (tx: Tx, operationId: string, after: number, limit: number): Promise<LeftOut[]> =>
  tx.$queryRaw<LeftOut[]>`
    select line, cells, problems from import_row
    where operation_id = ${operationId}::uuid and state in ('bad', 'failed') and line > ${after} order by line limit ${limit}`
