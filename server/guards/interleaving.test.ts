import { afterAll, beforeAll, expect, test } from 'vitest'
import { client, type Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { companiesOf, makeWorld, type World } from '@/server/testing/world'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

type Seen = { mine: bigint; foreign: bigint }

/** What a transaction sees of everybody's accounts: those at or below `scope`, and others. */
async function look(tx: Tx, scope: string): Promise<Seen> {
  const [seen = { mine: 0n, foreign: 0n }] = await tx.$queryRaw<Seen[]>`
    select count(*) filter (where starts_with(scope, ${scope})) as mine, count(*) filter (where not starts_with(scope, ${scope})) as foreign
    from account`
  return seen
}

class GivenUp extends Error {}

/** `count` transactions, twelve at a time: a third without a tenant, some of the others given up half way. */
async function interleave(
  count: number,
  within: typeof inScope,
): Promise<{ foreign: number; strays: number; empty: number }> {
  const companies = companiesOf(world)
  const found = { foreign: 0, strays: 0, empty: 0 }
  let next = 0
  const one = async (index: number) => {
    const { scope } = companies[(index * 7) % companies.length] ?? world.one.top
    if (index % 3 === 0) {
      const { mine, foreign } = await client().$transaction((tx) => look(tx, scope))
      found.strays += Number(mine + foreign)
      return
    }
    await within(scope, index % 2 === 0 ? 'read' : 'write', async (tx) => {
      const { mine, foreign } = await look(tx, scope)
      found.foreign += Number(foreign)
      if (mine === 0n) found.empty += 1
      if (index % 11 === 0) throw new GivenUp()
    }).catch((error: unknown) => {
      if (!(error instanceof GivenUp)) throw error
    })
  }
  const lane = async () => {
    while (next < count) await one(next++)
  }
  await Promise.all(Array.from({ length: 12 }, lane))
  return found
}

test('10,000 interleaved transactions on five connections, a third without a tenant: nobody sees a foreign row', async () => {
  expect(await interleave(10_000, inScope)).toEqual({ foreign: 0, strays: 0, empty: 0 })
}, 180_000)

test('the guard fires: a tenant set for the connection instead of the transaction is found', async () => {
  const careless: typeof inScope = (scope, _, fn) =>
    client().$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('app.scope', ${scope}, false)`
      return fn(tx)
    })
  expect((await interleave(300, careless)).strays).toBeGreaterThan(0)
})
