import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMPANY_KINDS, ROLES } from '@/server/access/privileges'
import { DEMO_LOGIN_PREFIX, DEMO_PASSWORD } from '@/server/auth/demo'
import { signIn } from '@/server/auth/sign-in'
import type { Tx } from '@/server/db/client'
import { asSystem } from '@/server/db/system'
import { keyStatusOf } from '@/server/features/keys/rules'
import { unseal } from '@/server/features/keys/vault'
import { TRANSACTION_TYPES } from '@/server/features/licences/state'
import { LICENCE_STATUSES } from '@/server/features/licences/status'
import { passLicenceDays } from '@/server/jobs/licence-days'
import { isIndustry } from '@/server/lib/industries'
import { daysBetween } from '@/server/lib/period'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { letDaysPass } from '@/server/testing/days'
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

test('the demo is full of life: many countries and scripts, every status, tags, notes, approvals', async () => {
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
  const partners = await asSystem((tx) => tx.company.findMany({ where: { kind: { in: ['msp', 'reseller'] } } }))
  expect(new Set(partners.map(({ status }) => status))).toEqual(new Set(['active', 'suspended', 'cancelled']))
})

test('the demo holds licences in every status, with a past; red and yellow customers and a next expiry', async () => {
  const statuses = await asSystem(
    (tx) => tx.$queryRaw<{ status: string; count: number }[]>`
    select licence_status_on(s.starts_on, s.ends_on, s.notice_days, s.grace_days, s.awaiting_sign_in, s.suspended_ends_on,
      s.cancelled_on, true, company_today(c.parent_scope))::text as status, count(*)::int as count
    from subscription s join company c on c.scope = s.scope group by 1`,
  )
  expect(statuses.map(({ status }) => status).toSorted()).toEqual([...LICENCE_STATUSES].toSorted())
  expect(Math.min(...statuses.map(({ count }) => count))).toBeGreaterThan(10)
  const types = await asSystem((tx) => tx.customerTransaction.groupBy({ by: ['type'], _count: true }))
  expect(types.map(({ type }) => type).toSorted()).toEqual([...TRANSACTION_TYPES].toSorted())
  const customers = await asSystem((tx) => tx.company.findMany({ where: { kind: 'customer' } }))
  for (const part of [
    customers.filter(({ licenceAction }) => licenceAction > 0),
    customers.filter(({ licenceWarning }) => licenceWarning > 0),
    customers.filter(({ unitsUsed, unitsProvisioned }) => unitsUsed > unitsProvisioned),
    customers.filter(({ nextExpiryOn, lastTransactionAt }) => nextExpiryOn && lastTransactionAt),
  ]) {
    expect(part.length).toBeGreaterThan(20)
  }
})

test('plans locked, disabled, not for resale, with a trial form; pools nearly used up, refilled, disabled; keys in every status', async () => {
  const [plans, pools, keys] = await asSystem((tx) =>
    Promise.all([tx.servicePlan.findMany(), tx.allocation.findMany(), tx.registrationKey.findMany()]),
  )
  const today = NOW.toISOString().slice(0, 10)
  const stateOf = ({ redemptions, redeemed, expiresOn, cancelledAt }: (typeof keys)[number]) => ({
    ...{
      redemptions,
      redeemed,
      expiresOn: expiresOn?.toISOString().slice(0, 10) ?? null,
      isCancelled: cancelledAt !== null,
    },
  })
  const statuses = keys.map((key) => keyStatusOf(stateOf(key), today))
  const found = [
    plans.some(({ lockedAt }) => lockedAt !== null),
    plans.some(({ enabled }) => !enabled),
    plans.some(({ nfr, customers }) => nfr && customers === 1),
    plans.some(({ trialForm }) => trialForm),
    pools.some(({ allocated, provisioned }) => provisioned > 100 && allocated - provisioned < 10),
    pools.some(({ refill }) => refill),
    pools.some(({ disabled }) => disabled),
    ...(['available', 'partlyUsed', 'used', 'expired', 'cancelled'] as const).map((status) =>
      statuses.includes(status),
    ),
  ]
  expect(found).toEqual(found.map(() => true))
  for (const key of keys.slice(0, 20)) expect(unseal(key)).toMatch(/^[0-9A-Z]{16}$/)
})

test('what is kept is what a count gives: pools, plans and customers', async () => {
  const wrong = await asSystem(
    (tx) => tx.$queryRaw<{ what: string }[]>`
    select 'pool' as what from allocation a where provisioned <> (select coalesce(sum(s.pooled_units), 0) from subscription s
      where not s.nfr and regexp_replace(s.scope, '[^.]+\\.$', '') = a.scope and s.product_id = a.product_id and s.version = a.version)
    union all select 'plan' from service_plan p
      where customers <> (select count(*) from subscription s where s.plan_id = p.id and s.cancelled_on is null)
    union all select 'versions' from subscription s
      where revision <> (select count(*) from subscription_version v where v.subscription_id = s.id)
    union all select 'last transaction' from company c where last_transaction_at is distinct from
      (select max(at) from customer_transaction t where t.scope = c.scope)`,
  )
  expect(wrong).toEqual([])
})

test('the first daily work finds nearly nothing to do, and every day of the next weeks something', async () => {
  const sinceNow = daysBetween(new Date().toISOString().slice(0, 10), NOW.toISOString().slice(0, 10))
  const done: number[] = []
  for (const days of [0, 7, 14, 21]) {
    await letDaysPass(database, sinceNow + days)
    const before = await asSystem((tx) => tx.customerTransaction.count())
    await passLicenceDays()
    done.push((await asSystem((tx) => tx.customerTransaction.count())) - before)
  }
  const [first = 0, ...later] = done
  expect(first).toBeLessThan(20)
  expect(Math.min(...later)).toBeGreaterThan(20)
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
