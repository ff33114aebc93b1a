import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'

/** What came of an attempt: a refusal with its SQLSTATE, or how many rows it touched. */
export type Attempt = { refused: string } | { rows: number }

/** Runs `work` in a transaction that is undone. */
export async function undone<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}

/** One statement under a savepoint: a refusal does not end the transaction. */
export async function attempt(client: Client, text: string, values: unknown[] = []): Promise<Attempt> {
  await client.query('savepoint attempt')
  try {
    const { rowCount } = await client.query(text, values)
    return { rows: rowCount ?? 0 }
  } catch (error) {
    await client.query('rollback to savepoint attempt')
    return { refused: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' }
  } finally {
    await client.query('release savepoint attempt')
  }
}

/** From here on, the transaction is the application's, at `scope` (as db/scoped.ts sets it). */
export async function asApplication(client: Client, scope: string): Promise<void> {
  await client.query('set local role tierline_app')
  await client.query(`select set_config('app.scope', $1, true)`, [scope])
}

export type TableShape = {
  name: string
  key: string[]
  columns: string[]
  references: { name: string; columns: string[] }[]
}

const SHAPES = `
  select c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    (select array_agg(a.attname::text) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary) as key,
    coalesce((select json_agg(json_build_object('name', k.conname, 'columns',
       (select json_agg(a.attname) from unnest(k.conkey) n join pg_attribute a on a.attrelid = c.oid and a.attnum = n)))
      from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'), '[]') as references
  from pg_class c where c.relname = any($1) and c.relnamespace = 'public'::regnamespace order by 1`

/** Columns, primary key and foreign keys of tables, from the catalogue. */
export const shapesOf = async (client: Client, tables: readonly string[]): Promise<TableShape[]> =>
  (await client.query<TableShape>(SHAPES, [tables])).rows

const list = (columns: readonly string[]) => columns.map(escapeIdentifier).join(', ')

/** SQL that compares the key of `row`, given as JSON in $1. */
const sameKey = ({ name, key }: TableShape) =>
  `(${list(key)}) = (select ${list(key)} from jsonb_populate_record(null::${escapeIdentifier(name)}, $1))`

export const insertOf = (shape: TableShape) =>
  `insert into ${escapeIdentifier(shape.name)} (${list(shape.columns)})
   select ${list(shape.columns)} from jsonb_populate_record(null::${escapeIdentifier(shape.name)}, $1)`
export const deleteOf = (shape: TableShape) => `delete from ${escapeIdentifier(shape.name)} where ${sameKey(shape)}`
/** Writes over columns of the row whose key stands in $1 with those of the row in $2. */
export const updateOf = (shape: TableShape, columns: readonly string[]) =>
  `update ${escapeIdentifier(shape.name)} set (${list(columns)}) =
     (select ${list(columns)} from jsonb_populate_record(null::${escapeIdentifier(shape.name)}, $2)) where ${sameKey(shape)}`
export const readOf = (shape: TableShape) => `select 1 from ${escapeIdentifier(shape.name)} where ${sameKey(shape)}`

/** Up to two rows of a table that belong to exactly `scope`, as JSON, whatever row security says (for a superuser). */
export async function rowsAt(client: Client, shape: TableShape, scope: string): Promise<string[]> {
  const { rows } = await client.query<{ row: string }>(
    `select to_jsonb(t)::text as row from ${escapeIdentifier(shape.name)} t where scope = $1 order by ctid limit 2`,
    [scope],
  )
  return rows.map(({ row }) => row)
}
