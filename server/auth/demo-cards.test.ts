import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { companiesOf, makeWorld, type World } from '@/server/testing/world'
import { demoCards } from './demo-cards'

let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  await sql(
    database.superuserUrl,
    `insert into account (scope, company_id, login_name, first_name, last_name, email, role)
     select scope, id, 'demo-' || left(id, 8), 'Demo', 'Person', 'demo@example.test', 'supportEngineer' from company`,
  )
})
afterAll(() => database.drop())
afterEach(() => vi.unstubAllEnvs())

test('without DEMO there are no cards, whatever the accounts are called', async () => {
  for (const value of ['', '0', 'false']) {
    vi.stubEnv('DEMO', value)
    expect(await demoCards()).toBeNull()
    expect(await demoCards(world.one.msp.scope)).toBeNull()
  }
})

test('in the demo there is one card for each of its accounts, tier by tier, and no other account', async () => {
  vi.stubEnv('DEMO', '1')
  const cards = (await demoCards()) ?? []
  expect(cards).toHaveLength(companiesOf(world).length)
  expect(cards.every(({ loginName }) => loginName.startsWith('demo-'))).toBe(true)
  expect([...new Set(cards.map(({ kind }) => kind))]).toEqual(['distributor', 'isp', 'msp', 'reseller', 'customer'])
})

test("at one company's page there are the cards of it and of what is below it", async () => {
  vi.stubEnv('DEMO', '1')
  const { sibling, siblingCustomer } = world.one
  const cards = (await demoCards(sibling.scope)) ?? []
  expect(cards.map(({ slug }) => slug)).toEqual([sibling.slug, siblingCustomer.slug])
})
