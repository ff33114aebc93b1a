import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Target } from '@/server/access/decide'
import { exportFile, planExport } from '@/server/features/exports/file'
import { callerOf, contextOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import type { CustomersFileInput } from './export'
import { CUSTOMER_SORTS } from './list-options'
import { addCustomers } from './list-testing'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  await addCustomers(world.one.msp.scope, [
    {
      name: '=HYPERLINK("http://x.example")',
      city: 'Évry',
      country: 'FR',
      contactPhone: '+49 30 1234',
      tags: ['a;b', '@sum'],
    },
    {
      name: ' ＠cmd',
      city: '-1+1',
      contactName: 'Zoë "Z" Ålund',
      contactEmail: 'zoe@x.example',
      contactPhone: '0301234567',
    },
    {
      name: '東京, two\nlines',
      city: '東京',
      country: 'JP',
      threatAction: 3,
      lastTransactionAt: '2026-03-01T10:00:00.5Z',
    },
    {
      name: '-5',
      nextExpiryOn: '2026-12-31',
      status: 'disabled',
      portal: 'clp',
      managed: true,
      productNames: ['A', 'B'],
    },
  ])
})
afterAll(() => database.drop())

type Place = keyof World['one']

async function actorOf(place: Place): Promise<{ actor: Actor; target: Target }> {
  const { actor } = await contextOf(world.one[place].admin)
  if (!actor) throw new Error('the world’s administrators are signed in')
  return { actor, target: { scope: actor.scope, kind: actor.kind, chain: actor.chain } }
}

async function fileOf(place: Place, input: CustomersFileInput, locale: 'en' | 'fr' = 'en') {
  const { actor, target } = await actorOf(place)
  const plan = planExport('customers', { ...actor, locale }, target, input)
  const response = await exportFile(plan, target.scope, actor.timeZone, new AbortController().signal)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const [headers = [], ...rows]: string[][] = parse(text.slice(1))
  return { response, text, headers, rows }
}

test('the file begins with a byte order mark and the headers in the account’s language, and names itself', async () => {
  const { text, headers, response } = await fileOf('msp', { columns: ['company', 'nextExpiry', 'status'] }, 'fr')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(headers).toEqual(['Société', 'Prochaine échéance', 'Statut'])
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toMatch(/filename="clients-\d{4}-\d\d-\d\d\.csv"/)
})

test.each(CUSTOMER_SORTS)('everything displayed is what the list shows, in its order: %s', async (sort) => {
  for (const place of ['msp', 'top'] as const) {
    for (const filter of [{}, { q: 'world' }, { country: ['FR', 'GB'] }, { status: ['disabled' as const] }]) {
      const list = await callerOf(world.one[place].admin).customers.list({ sort, descending: true, filter, limit: 200 })
      const { rows } = await fileOf(place, {
        sort,
        descending: true,
        columns: ['id'],
        selection: { kind: 'matching', filter },
      })
      expect(rows.flat()).toEqual(list.rows.map(({ id }) => id))
    }
  }
})

test('all columns, dates as ISO, nothing that a spreadsheet would run', async () => {
  const { headers, rows } = await fileOf('msp', {})
  const at = (row: string[], header: string) => row[headers.indexOf(header)]
  const rowOf = (end: string) => rows.find((row) => row[0]?.endsWith(end)) ?? []
  expect(headers).toHaveLength(25)
  const formula = rowOf('example")')
  expect(at(formula, 'Company')).toBe(`'=HYPERLINK("http://x.example")`)
  expect(at(formula, 'Phone')).toBe('+49 30 1234')
  expect(at(formula, 'Tags')).toBe('a;b; @sum')
  const wide = rowOf('＠cmd')
  expect(at(wide, 'Company')).toBe("' ＠cmd")
  expect(at(wide, 'City')).toBe("'-1+1")
  expect(at(wide, 'Contact')).toBe('Zoë "Z" Ålund')
  expect(at(wide, 'Phone')).toBe("'0301234567")
  const tokyo = rowOf('lines')
  expect(at(tokyo, 'Company')).toBe('東京, two\nlines')
  expect(at(tokyo, 'Last transaction')).toBe('2026-03-01T10:00:00Z')
  expect(at(tokyo, 'Threat and system: action required')).toBe('3')
  expect(at(tokyo, 'Next expiry')).toBe('')
  const number = rowOf('-5')
  expect(number.slice(0, 1)).toEqual(['-5'])
  expect(at(number, 'Next expiry')).toBe('2026-12-31')
  expect([at(number, 'Status'), at(number, 'Portal'), at(number, 'Managed remotely'), at(number, 'Products')]).toEqual([
    'disabled',
    'CLP',
    'yes',
    'A; B',
  ])
  expect(at(number, 'Partner')).toBe(world.one.msp.name)
})

test('only what was picked, and of it only what is one’s own', async () => {
  const ids = [world.one.customer.id, world.one.siblingCustomer.id, world.two.customer.id, 'zzzzzzzzzzzz']
  const { rows } = await fileOf('msp', { columns: ['id'], selection: { kind: 'ids', ids } })
  expect(rows).toEqual([[world.one.customer.id]])
  const except = [world.one.customer.id]
  const others = await fileOf('msp', { columns: ['id'], selection: { kind: 'matching', filter: {}, except } })
  expect(others.rows.flat()).not.toContain(world.one.customer.id)
  expect(others.rows.length).toBeGreaterThan(5)
})

test('no mark of anybody else stands in the file', async () => {
  const { text } = await fileOf('msp', {})
  expect(text).toContain(world.one.customer.mark)
  for (const other of [
    world.one.siblingCustomer,
    world.one.topCustomer,
    world.two.customer,
    world.two.msp,
    world.one.top,
  ]) {
    expect(text).not.toContain(other.mark)
  }
})

test.each([
  { columns: ['password'] },
  { columns: [] },
  { sort: 'name; drop table company' },
  { selection: { kind: 'matching', filter: { q: 'a\0b' } } },
  { selection: { kind: 'ids', ids: ["' or true --"] } },
  [],
  'x',
  null,
])('what the schema does not know is refused: %j', async (input) => {
  const { actor, target } = await actorOf('msp')
  expect(() => planExport('customers', actor, target, input)).toThrow('invalidInput')
})

test('values cannot leave their place in the statement', async () => {
  for (const q of ["it's", "');copy company to program 'x'--", '{a,"b"}', '\\', '100%']) {
    const filter = { q: `${q} nothing is named so`, tags: [q.slice(0, 30), 'x"y\\', '{,}'], city: q }
    const { rows } = await fileOf('top', { columns: ['id'], selection: { kind: 'matching', filter } })
    expect(rows).toEqual([])
  }
  expect(await sql(database.superuserUrl, 'select count(*)::int as count from company')).not.toEqual([{ count: 0 }])
})
