import { escapeIdentifier } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canHold } from '@/server/guards/holders'
import { tablesOf } from '@/server/guards/tables'
import { callerOf } from './caller'
import { sql, type TestDatabase, testDatabase } from './database'
import { companiesOf, makeWorld, type World } from './world'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

/** Texts that cannot carry a mark: paths and ids, what a check holds to a form, and names kept from elsewhere by a trigger. */
const FORMED =
  /(^|_)(scope|id|country|locale|time_zone|ref_id)$|^(password_hash|action|target_type|screen|currency|last_four|product_names|licence_figures)$/
/** In product, a code is its nine characters; in data_centre, a word. A tally holds ids, days and statuses. */
const isFormed = (table: string, column: string) =>
  FORMED.test(column) || (table === 'product' && column === 'code') || table === 'tally'

const COLUMNS = `
  select table_name as table, column_name as column from information_schema.columns
  where table_schema = 'public' and table_name = any($1) and is_generated = 'NEVER'
    and udt_name in ('text', '_text', 'varchar', 'json', 'jsonb') order by 1, 2`

test('every text of every table carries the mark of each company, so that a leak anywhere shows', async () => {
  const columns = await sql<{ table: string; column: string }>(database.superuserUrl, COLUMNS, [
    tablesOf('own', 'inherited', 'granted'),
  ])
  const bare: string[] = []
  // What is handed down carries the mark for it; who made it is nobody's business below.
  const marks = [
    companiesOf(world).flatMap(({ scope }) => [scope, scope]),
    companiesOf(world).flatMap(({ mark, handedDown }) => [mark, handedDown]),
  ]
  for (const { table, column } of columns.filter(({ table, column }) => !isFormed(table, column))) {
    const [row] = await sql<{ marked: number }>(
      database.superuserUrl,
      `select count(distinct scope)::int as marked from ${escapeIdentifier(table)} t
       where exists (select from unnest($1::text[], $2::text[]) w(scope, mark)
         where w.scope = t.scope and t.${escapeIdentifier(column)}::text like '%' || w.mark || '%')`,
      marks,
    )
    const wanted = companiesOf(world).filter((company) => canHold(table, company))
    if (row?.marked !== wanted.length) bare.push(`${table}.${column}`)
  }
  expect(columns.length).toBeGreaterThan(40)
  expect(bare).toEqual([])
})

test('a caller is who its session says, and nobody once it is over', async () => {
  const { msp, cancelled, disabledCustomer } = world.one
  await expect(callerOf(msp.admin).self.account()).resolves.toMatchObject({ loginName: msp.admin.loginName })
  for (const nobody of [null, msp.endedSession, msp.disabledAccount, cancelled.admin, disabledCustomer.admin]) {
    await expect(callerOf(nobody).self.account()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
  }
})
