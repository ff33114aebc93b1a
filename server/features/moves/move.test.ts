import { afterAll, beforeAll, expect, test } from 'vitest'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'

let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const rows = <Row extends object>(text: string, values: unknown[]) =>
  sql<Row & Record<string, unknown>>(database.superuserUrl, text, values)

/** How many rows of every table lie at a path, but for the logs, which stay where they were written. */
async function belongings(scope: string): Promise<Record<string, number>> {
  const tables = await rows<{ name: string }>(
    `select table_name as name from information_schema.columns where column_name = 'scope' and table_schema = 'public'
     and table_name not in ('log_entry', 'operation', 'operation_item', 'import_piece', 'import_row', 'job') order by 1`,
    [],
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await rows<{ count: number }>(`select count(*)::int as count from ${name} where scope = $1`, [scope])
    if (row && row.count > 0) counts[name] = row.count
  }
  return counts
}
const poolsAt = (scope: string) =>
  rows<{ product_id: string; version: string; provisioned: number }>(
    'select product_id, version::text, provisioned from allocation where scope = $1 order by 1, 2',
    [scope],
  )

test('a customer moves with everything it owns; units change pools; who signs in there goes on', async () => {
  const { top, msp, sibling, customer } = world.one
  const { moves } = callerOf(top.admin)
  const before = await belongings(customer.scope)
  const [from, to] = [await poolsAt(msp.scope), await poolsAt(sibling.scope)]
  const shown = await moves.preview({ id: customer.id, toId: sibling.id })
  expect(shown).toMatchObject({ from: msp.name, to: sibling.name, refusal: null })
  expect(shown.subscriptions.length).toBeGreaterThan(0)
  await sql(database.superuserUrl, 'update allocation set allocated = allocated + 10000 where scope = $1', [
    sibling.scope,
  ])

  await moves.carryOut({ companyId: customer.id, toId: sibling.id, plans: [] })

  const scope = `${sibling.scope}${customer.id}.`
  const after = await belongings(scope)
  expect({ ...after, subscription_version: 0 }).toEqual({ ...before, subscription_version: 0 })
  expect(await belongings(customer.scope)).toEqual({})
  const moved = await rows<{ good: boolean }>(
    `select starts_with(s.scope, s.plan_scope) and s.plan_scope = $2 as good from subscription s where s.scope = $1`,
    [scope, sibling.scope],
  )
  expect(moved.every(({ good }) => good)).toBe(true)
  const gap = (old: typeof from, now: typeof from) =>
    now.map((pool, at) => pool.provisioned - (old[at]?.provisioned ?? 0))
  const sum = (figures: number[]) => figures.reduce((total, figure) => total + figure, 0)
  const taken = sum(gap(to, await poolsAt(sibling.scope)))
  expect(taken).toBeGreaterThan(0)
  expect(sum(gap(from, await poolsAt(msp.scope)))).toBe(-taken)
  expect((await callerOf(customer.admin).self.me()).companyId).toBe(customer.id)
  expect(await refusal(callerOf(msp.admin).customers.get({ id: customer.id }))).toMatchObject({ code: 'notFound' })
  expect((await callerOf(sibling.admin).customers.get({ id: customer.id })).manager.id).toBe(sibling.id)
})

test('it moves nowhere but to another managing company of its channel, and never half', async () => {
  const { top, msp, secondCustomer } = world.one
  const { moves } = callerOf(top.admin)
  const move = (toId: string) => refusal(moves.carryOut({ companyId: secondCustomer.id, toId, plans: [] }))
  expect(await move(msp.id)).toMatchObject({ code: 'sameManager' })
  expect(await move(world.two.msp.id)).toMatchObject({ code: 'notFound' })
  expect(await move(world.one.customer.id)).toMatchObject({ code: 'notFound' })
  expect(
    await refusal(callerOf(msp.admin).moves.preview({ id: secondCustomer.id, toId: world.one.sibling.id })),
  ).toMatchObject({
    code: 'notAllowed',
  })
  const before = await belongings(secondCustomer.scope)
  await sql(database.superuserUrl, 'update allocation set disabled = true where scope = $1', [world.one.sibling.scope])
  const refused = await move(world.one.sibling.id)
  if (before.subscription) expect(refused).toMatchObject({ code: 'allocationDisabled' })
  expect(await belongings(secondCustomer.scope)).toEqual(before)
})

test('a customer that is managed remotely moves where that goes on, and nowhere else', async () => {
  const { top, sibling, secondCustomer } = world.one
  const { moves } = callerOf(top.admin)
  const manages = (centre: string | null) =>
    sql(
      database.superuserUrl,
      'update msp_permission set data_centre_id = $2, data_centre_scope = $3 where scope = $1',
      [sibling.scope, centre, centre && top.scope],
    )
  const asked = async () => (await moves.preview({ id: secondCustomer.id, toId: sibling.id })).refusal
  await manages(null)
  expect(await asked()).toBeNull()
  await sql(database.superuserUrl, 'update subscription set managed = true where id = $1', [
    idOf(secondCustomer, 'subscription'),
  ])
  expect(await asked()).toMatchObject({ code: 'remoteManagementOff' })
  const order = { companyId: secondCustomer.id, toId: sibling.id, plans: [] }
  expect(await refusal(moves.carryOut(order))).toMatchObject({ code: 'remoteManagementOff' })
  await manages(idOf(top, 'dataCentre'))
  expect(await asked()).toBeNull()
})
