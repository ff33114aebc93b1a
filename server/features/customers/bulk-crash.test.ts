import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { insertRows } from '@/prisma/seed/insert'
import { asSystem } from '@/server/db/system'
import { env } from '@/server/env'
import { drain } from '@/server/jobs/loop'
import { newCompanyId } from '@/server/lib/ids'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const HERD = 5000
const KILLS = 3

function worker(): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'server/worker.ts'], {
    env: {
      NODE_ENV: 'test',
      PATH: env.PATH,
      DATABASE_URL: database.appUrl,
      TIERLINE_SECRET: env.TIERLINE_SECRET,
      NEXTAUTH_SECRET: env.NEXTAUTH_SECRET,
    },
    stdio: 'ignore',
  })
}

const doneOf = (id: string) =>
  asSystem(async (tx) => (await tx.operation.findUniqueOrThrow({ where: { id }, select: { done: true } })).done)

test('a worker killed again and again loses nothing and does nothing twice', async () => {
  const parentScope = world.one.msp.scope
  const herd = Array.from({ length: HERD }, (_, i) => ({ id: newCompanyId(), name: `Herd ${i}` }))
  const bare = {
    parentScope,
    kind: 'customer',
    status: 'enabled',
    portal: 'lmp',
    city: 'Oslo',
    state: 'Oslo',
    country: 'NO',
  }
  await asSystem((tx) =>
    insertRows(
      tx,
      'company',
      herd.map(({ id, name }) => ({ ...bare, id, name, scope: `${parentScope}${id}.`, slug: `herd-${id}` })),
    ),
  )
  const { tagMany } = callerOf(world.one.msp.admin).customers
  const plan = await tagMany.plan({ selection: { kind: 'ids', ids: herd.map(({ id }) => id) }, add: ['seen'] })
  expect(plan.willChange).toBe(HERD)
  await tagMany.carryOut(plan)

  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = await doneOf(plan.operationId)
    if (before === HERD) break
    const child = worker()
    await vi.waitFor(async () => expect(await doneOf(plan.operationId)).toBeGreaterThan(before), {
      timeout: 25_000,
      interval: 5,
    })
    child.kill('SIGKILL')
    await once(child, 'exit')
    // What a dead worker held is free when its lease ends: here at once.
    await asSystem((tx) => tx.$executeRaw`update job set locked_until = null`)
  }
  await drain()

  const [truth] = await asSystem(
    (tx) => tx.$queryRaw<Record<string, number>[]>`
      select count(*)::int as customers, count(*) filter (where tags = '{seen}' and version = 2)::int as once,
        (select count(*)::int from log_entry where action = 'customer.update') as logged,
        (select count(distinct target_id)::int from log_entry where action = 'customer.update') as logged_once
      from company where name like 'Herd %'`,
  )
  expect(truth).toEqual({ customers: HERD, once: HERD, logged: HERD, logged_once: HERD })
  const operation = await asSystem((tx) => tx.operation.findUniqueOrThrow({ where: { id: plan.operationId } }))
  expect(operation).toMatchObject({ state: 'done', total: HERD, done: HERD, refused: 0, failed: 0 })
}, 120_000)
