import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOfAccount } from '@/server/auth/account-actor'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { asSystem } from '@/server/db/system'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import { checked, csvOf, goodRow, written } from './testing/upload'
import { writeRows } from './write-rows'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const rows = (from: number, count: number) => csvOf(...Array.from({ length: count }, (_, i) => goodRow(from + i)))

/** How many companies this connection has read by going through all of them, since it last told the statistics. */
async function companiesReadThrough(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ read: number }[]>`
    select seq_tup_read::int as read from pg_stat_xact_user_tables where relname = 'company'`
  return row?.read ?? 0
}

test('customers stand in the order of the file, and writing more of them goes through none that are there', async () => {
  const { admin, scope } = world.one.msp
  const { id } = await checked(admin, rows(0, 8_000))
  expect(await written(admin, id)).toMatchObject({ phase: 'done', result: { written: 8_000 } })
  const made = await sql<{ name: string }>(
    database.superuserUrl,
    'select name from company where parent_scope = $1 and length(import_key) = 22 order by created_at, id',
    [scope],
  )
  expect(made.map(({ name }) => name)).toEqual(Array.from({ length: 8_000 }, (_, i) => `Company ${i}`))

  // As autovacuum does it from time to time: a table that is thought to be small is rightly read through.
  await sql(database.superuserUrl, 'analyze company, account')
  const next = await checked(admin, rows(8_000, 1_000))
  const actor = await asSystem((tx) => actorOfAccount(tx, admin.id))
  if (!actor) throw new Error('no such account')
  await inScope(scope, 'write', async (tx) => {
    const operation = await tx.operation.findUniqueOrThrow({ where: { id: next.id } })
    const lines = Array.from({ length: 1_000 }, (_, i) => i + 2)
    const before = await companiesReadThrough(tx)
    expect(await writeRows(tx, actor, operation, lines)).toEqual({ written: 1_000, known: 0, failed: 0 })
    expect((await companiesReadThrough(tx)) - before).toBe(0)
    // The measure measures.
    await tx.$queryRaw`select count(*)::int from company where note <> 'x'`
    expect((await companiesReadThrough(tx)) - before).toBeGreaterThan(9_000)
  })
}, 60_000)
