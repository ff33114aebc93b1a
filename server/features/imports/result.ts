import type { Operation } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { type ImportResult, importResult } from './schema'

const NOTHING: ImportResult = { rows: 0, good: 0, bad: 0, known: 0, warned: 0, written: 0, failed: 0, problems: {} }

/** What the check of an import has found, and what the writing has done of it so far: its counters move with the rows themselves. */
export function resultOf({
  result,
  step,
  done,
  refused,
  failed,
}: Pick<Operation, 'result' | 'step' | 'done' | 'refused' | 'failed'>): ImportResult {
  const parsed = importResult.safeParse(result)
  const checked = parsed.success ? parsed.data : NOTHING
  if (step !== 'write') return checked
  return {
    ...checked,
    good: checked.good - done - refused - failed,
    known: checked.known + refused,
    written: done,
    failed,
  }
}

/** Counts the staged rows of an import, and their problems. */
export async function countRows(tx: Tx, operationId: string): Promise<ImportResult> {
  const [counts] = await tx.$queryRaw<ImportResult[]>`
    select count(*)::int as rows,
      count(*) filter (where state = 'good')::int as good,
      count(*) filter (where state = 'bad')::int as bad,
      count(*) filter (where state = 'known')::int as known,
      count(*) filter (where state = 'good' and problems is not null)::int as warned
    from import_row where operation_id = ${operationId}::uuid`
  const problems = await tx.$queryRaw<{ code: string; rows: number }[]>`
    select p.problem ->> 'code' as code, count(distinct r.line)::int as rows
    from import_row r cross join lateral jsonb_array_elements(r.problems) as p (problem)
    where r.operation_id = ${operationId}::uuid group by 1 order by 2 desc`
  return { ...NOTHING, ...counts, problems: Object.fromEntries(problems.map(({ code, rows }) => [code, rows])) }
}
