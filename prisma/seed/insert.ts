import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'

/** One statement holds this many rows: enough that round trips do not matter, little enough for one parameter. */
const CHUNK = 5_000

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Inserts rows of one table, thousands in a statement, in their order. Keys are the columns in camel case, the same in every
 * row; columns left out take their defaults. `table` and keys come from code, never from outside.
 */
export async function insertRows(
  tx: Tx,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first).map(snake).join(', ')
  for (let from = 0; from < rows.length; from += CHUNK) {
    const chunk = rows
      .slice(from, from + CHUNK)
      .map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [snake(key), value])))
    await tx.$executeRaw`
      insert into ${Prisma.raw(table)} (${Prisma.raw(columns)})
      select ${Prisma.raw(columns)}
      from jsonb_populate_recordset(null::${Prisma.raw(table)}, ${JSON.stringify(chunk)}::jsonb) with ordinality order by ordinality`
  }
}

/** The same for several tables, in their order. */
export async function insertTables(tx: Tx, tables: Readonly<Record<string, readonly object[]>>): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    await insertRows(
      tx,
      table,
      rows.map((row) => ({ ...row })),
    )
  }
}
