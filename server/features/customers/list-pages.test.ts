import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '@/server/db/scoped'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { CUSTOMER_SORTS, type CustomerSort } from './list-options'
import { listCustomers } from './list-queries'
import { type CustomerFilterInput, customerPage } from './list-schema'
import { addCustomers, type CustomerSeed } from './list-testing'

let database: TestDatabase
let world: World
let below: { top: string[]; msp: string[] }

/** Few distinct values, so that every order is full of ties and nulls. */
const seeds = (count: number): CustomerSeed[] =>
  Array.from({ length: count }, (_, at) => ({
    name: ['Émile', 'emile', 'Zoë', 'ß', '東京', 'a', 'A', 'Å'][at % 8] ?? '',
    city: ['Évry', 'Evry', 'Oslo'][at % 3] ?? '',
    country: ['FR', 'DE'][at % 2] ?? '',
    threatAction: at % 3,
    licenceWarning: at % 2,
    nextExpiryOn: at % 4 === 0 ? null : `2026-0${1 + (at % 3)}-01`,
    lastTransactionAt: at % 5 === 0 ? null : `2026-01-0${1 + (at % 4)}T10:00:00.12345${at % 2}Z`,
    createdAt: `2026-01-0${1 + (at % 3)}T00:00:00Z`,
  }))

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  await addCustomers(world.one.msp.scope, seeds(83))
  await addCustomers(world.one.top.scope, seeds(9))
  await addCustomers(world.two.msp.scope, seeds(5))
  const idsBelow = (scope: string) =>
    inScope(scope, 'read', (tx) => tx.company.findMany({ where: { kind: 'customer' }, select: { id: true } }))
  below = {
    top: (await idsBelow(world.one.top.scope)).map(({ id }) => id).sort(),
    msp: (await idsBelow(world.one.msp.scope)).map(({ id }) => id).sort(),
  }
})
afterAll(() => database.drop())

type Way = { sort: CustomerSort; descending: boolean; filter?: CustomerFilterInput }

/** All pages of a list, one after the other: forwards from the start, then backwards from the last. */
async function walkBothWays(scope: string, way: Way) {
  const page = (mark: { after?: string; before?: string }) =>
    inScope(scope, 'read', (tx) =>
      listCustomers(tx, { scope, timeZone: 'Europe/Paris' }, customerPage.parse({ ...way, limit: 7, ...mark })),
    )
  const forwards: string[] = []
  let now = await page({})
  expect(now.before).toBeNull()
  for (forwards.push(...now.rows.map(({ id }) => id)); now.after; ) {
    now = await page({ after: now.after })
    forwards.push(...now.rows.map(({ id }) => id))
  }
  const backwards = now.rows.map(({ id }) => id)
  while (now.before) {
    now = await page({ before: now.before })
    backwards.unshift(...now.rows.map(({ id }) => id))
  }
  return { forwards, backwards }
}

describe.each(CUSTOMER_SORTS)('in the order of %s', (sort) => {
  test.each([false, true])(
    'pages hold every customer once, forwards and backwards (descending: %s)',
    async (descending) => {
      for (const place of ['top', 'msp'] as const) {
        const { forwards, backwards } = await walkBothWays(world.one[place].scope, { sort, descending })
        expect([...forwards].sort()).toEqual(below[place])
        expect(backwards).toEqual(forwards)
      }
    },
  )

  test('descending is ascending from its end', async () => {
    const { scope } = world.one.msp
    const up = await walkBothWays(scope, { sort, descending: false })
    const down = await walkBothWays(scope, { sort, descending: true })
    expect(down.forwards).toEqual([...up.forwards].reverse())
  })

  test('a filter leaves out rows and changes no order', async () => {
    const { scope } = world.one.top
    const everything = await walkBothWays(scope, { sort, descending: false })
    const filtered = await walkBothWays(scope, { sort, descending: false, filter: { country: ['FR'] } })
    expect(filtered.forwards.length).toBeGreaterThan(40)
    expect(filtered.forwards).toEqual(everything.forwards.filter((id) => filtered.forwards.includes(id)))
    expect(filtered.backwards).toEqual(filtered.forwards)
  })
})

test('who has nothing that expires comes last, who never had a transaction first', async () => {
  const list = callerOf(world.one.msp.admin).customers.list
  const expiries = (await list({ sort: 'nextExpiry', limit: 200 })).rows.map(({ nextExpiryOn }) => nextExpiryOn)
  expect(expiries).toEqual([...expiries.filter(Boolean).sort(), ...expiries.filter((day) => day === null)])
  const latest = (await list({ sort: 'lastTransaction', limit: 200 })).rows.map(
    ({ lastTransactionAt }) => lastTransactionAt,
  )
  expect(latest.lastIndexOf(null)).toBe(latest.filter((at) => at === null).length - 1)
})

test('red counts before yellow, many before few', async () => {
  const { rows } = await callerOf(world.one.msp.admin).customers.list({
    sort: 'attention',
    descending: true,
    limit: 200,
  })
  const weights = rows.map(
    (row) => (row.threatAction + row.licenceAction) * 10_000 + row.threatWarning + row.licenceWarning,
  )
  expect(weights).toEqual([...weights].sort((a, b) => b - a))
})

test('a mark that no page gave is refused, whatever is in it', async () => {
  const list = callerOf(world.one.msp.admin).customers.list
  const marks = [
    'x',
    Buffer.from('null').toString('base64url'),
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('["9999999999999999999999","abc"]').toString('base64url'),
    Buffer.from('["a\\u0000","abc"]').toString('base64url'),
    Buffer.from('["2026-13-45","abc"]').toString('base64url'),
    Buffer.from('["1","\' or true"]').toString('base64url'),
  ]
  for (const sort of ['created', 'nextExpiry', 'attention'] as const) {
    for (const mark of marks) {
      expect(await refusal(list({ sort, after: mark })), mark).toMatchObject({ code: 'invalidInput' })
      expect(await refusal(list({ sort, before: mark })), mark).toMatchObject({ code: 'invalidInput' })
    }
  }
})
