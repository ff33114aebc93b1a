import { afterAll, beforeAll, expect, test } from 'vitest'
import { assertApplicationRole } from '@/server/db/refuse-owner'
import { withClient } from '@/server/db/roles'
import { sql, type TestDatabase, testDatabase } from './database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const check = (url: string) => withClient(url, (client) => assertApplicationRole(client))

/** What is said to a role made by `statements` as role `tried`; all of it is undone, roles belong to the whole server. */
const said = (...statements: string[]) =>
  withClient(database.superuserUrl, async (client) => {
    await client.query('begin')
    for (const statement of [...statements, 'set local role tried']) await client.query(statement)
    return assertApplicationRole(client).then(
      () => 'accepted',
      (error: Error) => error.message,
    )
  })

test('the application role of a test database is accepted, and its tables are there', async () => {
  await expect(check(database.appUrl)).resolves.toBeUndefined()
  const [row] = await sql<{ count: number }>(database.ownerUrl, 'select count(*)::int as count from _prisma_migrations')
  expect(row?.count).toBeGreaterThan(0)
})

test('the application refuses to run as the owner of the tables', async () => {
  await expect(check(database.ownerUrl)).rejects.toThrow(/owns tables/)
})

test('the application refuses to run as a superuser', async () => {
  await expect(check(database.superuserUrl)).rejects.toThrow(/is a superuser/)
})

test('the application refuses a role that bypasses row security or may become one that does', async () => {
  expect(await said('create role tried noinherit bypassrls')).toMatch(/bypasses row security/)
  expect(await said('create role mighty bypassrls', 'create role tried noinherit in role mighty')).toMatch(/may become/)
})

test('the application refuses a role that inherits, or that may become the owner', async () => {
  expect(await said('create role tried inherit')).toMatch(/inherits/)
  expect(await said('create role tried noinherit in role tierline_owner')).toMatch(/owns tables/)
})

test('a plain role without any of this is accepted', async () => {
  expect(await said('create role tried noinherit')).toBe('accepted')
})
