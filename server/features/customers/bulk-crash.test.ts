import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { insertRows } from '@/prisma/seed/insert'
import { asSystem } from '@/server/db/system'
import { drain } from '@/server/jobs/loop'
import { newCompanyId } from '@/server/lib/ids'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { killWorker, startWorker } from '@/server/testing/worker'
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
    const child = startWorker(database)
    await vi.waitFor(async () => expect(await doneOf(plan.operationId)).toBeGreaterThan(before), {
      timeout: 25_000,
      interval: 5,
    })
    await killWorker(child)
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
