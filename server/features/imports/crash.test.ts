import { availableParallelism } from 'node:os'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { asSystem } from '@/server/db/system'
import { env } from '@/server/env'
import { drain } from '@/server/jobs/loop'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { killWorker, startWorker } from '@/server/testing/worker'
import { makeWorld, type World } from '@/server/testing/world'
import { askForCheck, csvOf, goodRow } from './testing/upload'
import { lanesFor } from './write-step'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const ROWS = 10_000
/** Every hundredth row has the login name of the row before it. */
const BAD = ROWS / 100
const KILLS_A_PHASE = 4
const LANES = lanesFor(availableParallelism(), env.DATABASE_POOL_MAX)

const file = csvOf(
  ...Array.from({ length: ROWS }, (_, i) => goodRow(i, i % 100 === 99 ? { login: `login-${i - 1}` } : {})),
)

const progressOf = (id: string) =>
  asSystem((tx) => tx.operation.findUniqueOrThrow({ where: { id }, select: { done: true, state: true } }))

/** How many connections are writing customers at this moment. */
async function chunksUnderWay(): Promise<number> {
  const [row] = await sql<{ chunks: number }>(
    database.superuserUrl,
    `select count(*)::int as chunks from pg_stat_activity
     where datname = current_database() and state = 'active' and pid <> pg_backend_pid() and query like '%insert into company (%'`,
  )
  return row?.chunks ?? 0
}

/**
 * Kills a worker as soon as the work has moved on by something random and so many chunks are being written, and says whether anything is
 * left to do.
 */
async function killOnTheWay(operationId: string, total: number, chunks: number): Promise<boolean> {
  const before = await progressOf(operationId)
  const until = before.done + Math.ceil(Math.random() * ((total - before.done) / 3))
  const child = startWorker(database)
  await vi.waitFor(
    async () => {
      const { done, state } = await progressOf(operationId)
      const isThere = done >= until && (chunks === 0 || (await chunksUnderWay()) >= chunks)
      expect(isThere || !['queued', 'running'].includes(state)).toBe(true)
    },
    { timeout: 60_000, interval: 3 },
  )
  await killWorker(child)
  return ['queued', 'running'].includes((await progressOf(operationId)).state)
}

async function killAgainAndAgain(operationId: string, total: number, chunks = 0): Promise<number> {
  let kills = 0
  while (kills < KILLS_A_PHASE && (await killOnTheWay(operationId, total, chunks))) kills += 1
  await drain()
  return kills
}

test('a worker killed again and again while it checks and writes loses no row and doubles none', async () => {
  const { admin, scope } = world.one.msp
  const { imports } = callerOf(admin)
  const operationId = await askForCheck(admin, file)

  expect(await killAgainAndAgain(operationId, ROWS)).toBeGreaterThan(0)
  expect(await imports.get({ operationId })).toMatchObject({
    phase: 'report',
    result: { rows: ROWS, good: ROWS - BAD, bad: BAD, known: 0, problems: { loginTwice: BAD } },
  })

  await imports.write({ operationId })
  expect(await killAgainAndAgain(operationId, ROWS - BAD, Math.min(2, LANES))).toBeGreaterThan(0)
  expect(await imports.get({ operationId })).toMatchObject({
    phase: 'done',
    done: ROWS - BAD,
    refused: 0,
    failed: 0,
    result: { written: ROWS - BAD, good: 0, known: 0, failed: 0 },
  })

  const [truth] = await asSystem(
    (tx) => tx.$queryRaw<Record<string, number>[]>`
      select count(*)::int as customers, count(distinct import_key)::int as keys, count(distinct a.login_key)::int as logins,
        (select count(*)::int from log_entry where action = 'customer.import' and target_type = 'company') as logged,
        (select count(*)::int from import_row where operation_id = ${operationId}::uuid and state = 'written') as marked,
        (select count(*)::int from import_piece where operation_id = ${operationId}::uuid) as pieces
      from company c join account a on a.company_id = c.id and a.role = 'administrator'
      where c.parent_scope = ${scope} and length(c.import_key) = 22 and c.contact_id = a.id`,
  )
  const good = ROWS - BAD
  expect(truth).toEqual({ customers: good, keys: good, logins: good, logged: good, marked: good, pieces: 0 })
  const kept = () =>
    sql(
      database.superuserUrl,
      `select scope, figure, key, sum(count)::int as count from tally group by 1, 2, 3 having sum(count) <> 0 order by 1, 2, 3`,
    )
  const live = () => sql(database.superuserUrl, 'select scope, figure, key, count from tally_live() order by 1, 2, 3')
  expect(await kept()).toEqual(await live())
}, 240_000)
