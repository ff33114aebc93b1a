import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import type { Columns } from './headings'
import { expectManyRows } from './plan'
import type { ImportProblem } from './problems'

type At = { id: string; targetScope: string }

/** A problem as the column `problems` keeps it, added to those that a row has. */
const added = (
  code: ImportProblem,
  {
    field,
    columns,
    isWarning,
    line,
  }: { field: 'name' | 'loginName'; columns: Columns; isWarning?: true; line?: Prisma.Sql },
) => {
  const column = columns.indexOf(field)
  const problem = JSON.stringify({ code, field, column, ...(isWarning ? { warning: true } : {}) })
  const params = line ? Prisma.sql`|| jsonb_build_object('params', jsonb_build_object('line', ${line}))` : Prisma.empty
  return Prisma.sql`coalesce(r.problems, '[]'::jsonb) || jsonb_build_array(${problem}::jsonb ${params})`
}

/**
 * Holds the staged rows of an import against each other and against what is there, a few statements for all of them:
 * rows written by an earlier import are *known*; login names twice in the file or taken in the channel are *bad*; a company of the same
 * name and country is worth a look and stays *good*.
 */
export async function compareRows(tx: Tx, { id, targetScope }: At, columns: Columns): Promise<void> {
  await expectManyRows(tx)
  const good = Prisma.sql`r.operation_id = ${id}::uuid and r.state = 'good'`
  await tx.$executeRaw`
    update import_row r set state = 'known', problems = null from company c
    where ${good} and c.parent_scope = ${targetScope} and c.import_key = r.value ->> 'key'`
  await tx.$executeRaw`
    with named as (
      select r.line, min(r.line) over (partition by r.value ->> 'login') as first from import_row r where ${good}
    )
    update import_row r set state = 'bad', problems = ${added('loginTwice', { field: 'loginName', columns, line: Prisma.sql`n.first` })}
    from named n where ${good} and r.line = n.line and n.first < n.line`
  await tx.$executeRaw`
    with taken as (
      select login from login_names_taken(array(select r.value ->> 'login' from import_row r where ${good})) as login
    )
    update import_row r set state = 'bad', problems = ${added('loginTaken', { field: 'loginName', columns })}
    from taken where ${good} and taken.login = r.value ->> 'login'`
  await tx.$executeRaw`
    with named as (
      select r.line, min(r.line) over (partition by r.value ->> 'twin') as first from import_row r where ${good}
    )
    update import_row r set problems = ${added('sameCompany', { field: 'name', columns, isWarning: true, line: Prisma.sql`n.first` })}
    from named n where ${good} and r.line = n.line and n.first < n.line`
  await tx.$executeRaw`
    with there as (
      select distinct country, fold(name) as name from company where parent_scope = ${targetScope} and kind = 'customer'
    )
    update import_row r set problems = ${added('companyExists', { field: 'name', columns, isWarning: true })}
    from there t where ${good} and t.country = r.value ->> 'country' and t.name = fold(r.value ->> 'name')`
}
