import type { Tx } from '@/server/db/client'
import type { CheckedRow } from './row'

type Ref = { scope: string; id: string }

/** Keeps checked rows; a row that is there already (the worker was killed just then) stays as it is. */
export async function stageRows(tx: Tx, { scope, id }: Ref, rows: readonly CheckedRow[]): Promise<void> {
  const staged = rows.map(({ line, cells, value, problems }) => ({
    line,
    cells,
    state: value ? 'good' : 'bad',
    value,
    problems: problems.length > 0 ? problems : null,
  }))
  await tx.$executeRaw`
    insert into import_row (scope, operation_id, line, cells, state, value, problems)
    select ${scope}, ${id}::uuid, r.line, r.cells, r.state, r.value, r.problems
    from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb)
      as r (line int, cells text[], state import_row_state, value jsonb, problems jsonb)
    on conflict do nothing`
}

/** The last line that is staged; 0 when none is. */
export async function lastStagedLine(tx: Tx, { id }: Ref): Promise<{ line: number; rows: number }> {
  const [row] = await tx.$queryRaw<{ line: number; rows: number }[]>`
    select coalesce(max(line), 0)::int as line, count(*)::int as rows from import_row where operation_id = ${id}::uuid`
  return row ?? { line: 0, rows: 0 }
}
