import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { migrate } from './migrate'

let database: TestDatabase
let directory: string
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tierline-migrations-'))
  await sql(database.ownerUrl, 'drop table if exists _prisma_migrations, first_table, second_table cascade')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

function write(name: string, text: string) {
  mkdirSync(join(directory, name), { recursive: true })
  writeFileSync(join(directory, name, 'migration.sql'), text)
}
const apply = () => migrate(database.ownerUrl, { directory })
const tables = async () =>
  (
    await sql<{ name: string }>(
      database.ownerUrl,
      "select tablename as name from pg_tables where tablename in ('first_table', 'second_table') order by 1",
    )
  ).map(({ name }) => name)

test('migrations are applied once, in the order of their names', async () => {
  write('2_second', 'alter table first_table add b int; create table second_table ();')
  write('1_first', 'create table first_table ();')
  expect(await apply()).toEqual(['1_first', '2_second'])
  expect(await apply()).toEqual([])
  write('3_third', 'drop table second_table;')
  expect(await apply()).toEqual(['3_third'])
})

test('two runners at once apply each migration once', async () => {
  write('1_first', 'select pg_sleep(0.05); create table first_table ();')
  const both = await Promise.all([apply(), apply()])
  expect(both.flat()).toEqual(['1_first'])
})

test('a failing migration leaves nothing behind and names file and line; those before it stay', async () => {
  write('1_first', 'create table first_table ();')
  write('2_second', 'create table second_table ();\n\nselect nothing_there;')
  await expect(apply()).rejects.toThrow(/2_second\/migration\.sql:3: .*nothing_there/)
  expect(await tables()).toEqual(['first_table'])
  write('2_second', 'create table second_table ();')
  expect(await apply()).toEqual(['2_second'])
})

test('an applied file that was edited is refused; other line ends are no edit', async () => {
  write('1_first', 'create table first_table\n();\n')
  await apply()
  write('1_first', 'create table first_table\r\n();\r\n')
  expect(await apply()).toEqual([])
  write('1_first', 'create table first_table (a int);\n')
  await expect(apply()).rejects.toThrow(/edited/)
})

test('a half-applied migration and one that this checkout lacks are refused', async () => {
  write('1_first', 'create table first_table ();')
  await apply()
  await sql(database.ownerUrl, 'update _prisma_migrations set finished_at = null')
  await expect(apply()).rejects.toThrow(/never finished/)
  await sql(database.ownerUrl, "update _prisma_migrations set finished_at = now(), migration_name = '0_gone'")
  await expect(apply()).rejects.toThrow(/0_gone/)
})

test('the rows are those that Prisma itself writes', async () => {
  write('1_first', 'create table first_table ();')
  await apply()
  const [row] = await sql(database.ownerUrl, 'select * from _prisma_migrations')
  expect(row).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    checksum: 'a977f47beeed1931395cabc2920e88686e5c86b2d2eac71a1bceffd29b5999cd',
    migration_name: '1_first',
    logs: null,
    rolled_back_at: null,
    applied_steps_count: 1,
  })
})
