import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMPANY_KINDS, ROLES } from '@/server/access/privileges'
import { DEMO_LOGIN_PREFIX, DEMO_PASSWORD } from '@/server/auth/demo'
import { signIn } from '@/server/auth/sign-in'
import type { Tx } from '@/server/db/client'
import { asSystem } from '@/server/db/system'
import { isIndustry } from '@/server/lib/industries'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { demoWorld } from './demo'
import { SCENARIOS, type ScenarioName } from './scenarios'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const NOW = new Date('2026-11-21T10:00:00Z')
const run = (name: ScenarioName, customers = 0) => asSystem((tx) => SCENARIOS[name].run(tx, { customers, now: NOW }))
const counts = (tx: Tx) => Promise.all([tx.company.count(), tx.account.count(), tx.note.count(), tx.logEntry.count()])

test('the same day gives the same demo', () => {
  expect(demoWorld('2026-11-21', 'hash')).toEqual(demoWorld('2026-11-21', 'hash'))
})

test('the demo runs, and a second run changes nothing', async () => {
  expect(await run('demo')).toBeGreaterThan(1000)
  const before = await asSystem(counts)
  expect(await run('demo')).toBe(0)
  expect(await asSystem(counts)).toEqual(before)
})

test('the demo has an account of each role in each kind of company, and everybody can sign in as it says', async () => {
  const shown = await asSystem((tx) =>
    tx.account.findMany({ where: { loginName: { startsWith: DEMO_LOGIN_PREFIX } }, include: { company: true } }),
  )
  for (const kind of COMPANY_KINDS) {
    const roles = shown
      .filter(({ company }) => company.kind === kind && company.status !== 'suspended')
      .map(({ role }) => role)
    expect(roles.toSorted()).toEqual([...ROLES].toSorted())
  }
  for (const { slug, loginName } of SCENARIOS.demo.signIns) {
    const session = await signIn(
      { slug, loginName, password: DEMO_PASSWORD },
      { address: loginName, userAgent: 'test' },
    )
    expect(session).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('the demo is full of life: many countries and scripts, every status, tags, notes, approvals; and no invented licences', async () => {
  const customers = await asSystem((tx) => tx.company.findMany({ where: { kind: 'customer' } }))
  const names = customers.map(({ name, contactName }) => `${name} ${contactName}`).join(' ')
  for (const script of [
    'Latin',
    'Greek',
    'Cyrillic',
    'Arabic',
    'Hebrew',
    'Han',
    'Hiragana',
    'Katakana',
    'Hangul',
    'Thai',
    'Devanagari',
  ]) {
    expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
  }
  expect(new Set(customers.map(({ country }) => country)).size).toBeGreaterThan(25)
  for (const part of [
    customers.filter(({ status }) => status === 'disabled'),
    customers.filter(({ portal }) => portal === 'clp'),
    customers.filter(({ tags }) => tags.length > 0),
    customers.filter(({ approvedBy }) => approvedBy !== null),
  ]) {
    expect(part.length).toBeGreaterThan(20)
  }
  expect(customers.every(({ contactId, contactName }) => contactId !== null && contactName !== '')).toBe(true)
  expect(customers.every(({ industry }) => industry === '' || isIndustry(industry))).toBe(true)
  expect(customers.every(({ productNames, nextExpiryOn }) => productNames.length === 0 && nextExpiryOn === null)).toBe(
    true,
  )
  const partners = await asSystem((tx) => tx.company.findMany({ where: { kind: { in: ['msp', 'reseller'] } } }))
  expect(new Set(partners.map(({ status }) => status))).toEqual(new Set(['active', 'suspended', 'cancelled']))
})

test('a contact written along with its company is what the trigger would have written', async () => {
  const wrong = await asSystem(
    (tx) => tx.$queryRaw<{ name: string }[]>`
    select c.name from company c join account a on a.id = c.contact_id
    where c.contact_name <> a.first_name || ' ' || a.last_name or c.contact_email <> a.email or a.company_id <> c.id
      or c.contact_phone <> concat_ws(' ', a.phone_country, a.phone_area, a.phone_number)`,
  )
  expect(wrong).toEqual([])
})

test('the big scenario makes as many customers as asked for, and later only what is missing', async () => {
  expect(await run('big', 300)).toBe(300)
  expect(await run('big', 300)).toBe(0)
  expect(await run('big', 310)).toBe(10)
})

test('the empty scenario is one distributor with one administrator', async () => {
  const before = await asSystem(counts)
  expect(await run('empty')).toBe(1)
  expect(await run('empty')).toBe(0)
  const after = await asSystem(counts)
  expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([1, 1, 0, 0])
})
