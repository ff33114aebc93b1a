import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '@/server/db/roles'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { driftBetween, shapeOfDatabase, shapeOfSchema } from './schema-drift'
import { ROOT } from './surface'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const schema = () => shapeOfSchema(readFileSync(join(ROOT, 'prisma/schema.prisma'), 'utf8'))
const real = (client: Client) => shapeOfDatabase(async <Row>(text: string) => (await client.query(text)).rows as Row[])

/** The drift after `statements`, all of which is undone. */
const driftAfter = (...statements: string[]) =>
  withClient(database.superuserUrl, async (client) => {
    await client.query('begin')
    for (const statement of statements) await client.query(statement)
    return driftBetween(schema(), await real(client))
  })

test('schema.prisma and the migrations describe the same tables, columns, enums and keys', async () => {
  expect(schema().tables.size).toBeGreaterThan(10)
  expect(await driftAfter()).toEqual([])
})

test.each([
  ['a new column', 'alter table note add extra text', 'note.extra: schema nothing, database text null'],
  ['a column gone', 'alter table note drop column body', 'note.body: schema text, database nothing'],
  ['another type', 'alter table note alter body type varchar(9)', 'note.body: schema text, database varchar'],
  [
    'null where there was none',
    'alter table note alter body drop not null',
    'note.body: schema text, database text null',
  ],
  [
    'a default gone',
    'alter table operation alter total drop default',
    'operation.total: schema int4 filled, database int4',
  ],
  ['a table', 'create table stray (id int)', 'stray: only in the database'],
  [
    'an enum value',
    `alter type two_factor_status add value 'x'`,
    'enum two_factor_status: schema off on, database off on x',
  ],
  ['a key gone', 'drop index job_dedupe', 'job(dedupe): not unique in the database'],
])('the guard fires: %s', async (_, statement, finding) => {
  expect(await driftAfter(statement)).toEqual([finding])
})
