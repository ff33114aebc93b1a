import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openSession } from '@/server/auth/sessions'
import { asSystem } from '@/server/db/system'
import { allocate, herd, plan, poolOf, product } from '@/server/features/licences/testing'
import { addDays, addMonths } from '@/server/lib/period'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { letDaysPass } from '@/server/testing/days'
import { makeWorld, type World } from '@/server/testing/world'
import { passLicenceDays } from './licence-days'
import { drain } from './loop'
import { claim } from './queue'
import { ensureSchedule } from './schedule'

let database: TestDatabase
let world: World
let saas: string
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  saas = await product(world.one, { name: 'Mail Guard' })
  await allocate(world.one.msp, saas, 10_000)
})
afterAll(() => database.drop())
beforeEach(() => letDaysPass(database, 0))

const msp = () => callerOf(world.one.msp.admin)

async function sold(planId: string, count = 1) {
  const customers = await herd(world.one.msp, count)
  for (const { id: companyId } of customers) await msp().licences.assign({ companyId, wishes: [{ planId, units: 10 }] })
  return customers
}
const licencesOf = async (customers: readonly { id: string }[]) =>
  (await Promise.all(customers.map(({ id: companyId }) => msp().licences.ofCustomer({ companyId })))).flat()
const periods = (customers: readonly { scope: string }[]) =>
  asSystem(
    (tx) => tx.$queryRaw<{ starts_on: string; count: number }[]>`
      select starts_on::text, count(*)::int as count from subscription_period
      where scope = any (${customers.map(({ scope }) => scope)}::text[]) group by 1 order by 1`,
  )

test('every licence with auto-renewal is renewed when its term ends: once a period, however often and many at once it runs', async () => {
  const customers = await sold(
    await plan(world.one.msp, saas, { autoRenew: true, initialMonths: 1, renewMonths: 1 }),
    12,
  )
  const off = await sold(await plan(world.one.msp, saas, { initialMonths: 1 }), 2)
  const [first] = await licencesOf(customers)
  if (!first) throw new Error('nothing sold')
  await passLicenceDays()
  expect((await licencesOf(customers)).every(({ revision }) => revision === 1)).toBe(true)
  await letDaysPass(database, 31)
  await Promise.all([passLicenceDays(), passLicenceDays(), passLicenceDays()])
  await passLicenceDays()
  for (const licence of await licencesOf(customers))
    expect(licence).toMatchObject({ revision: 2, endsOn: addMonths(first.startsOn, 2), startsOn: first.startsOn })
  expect(await periods(customers)).toEqual([
    { starts_on: first.startsOn, count: 12 },
    { starts_on: first.endsOn, count: 12 },
  ])
  const kept = await asSystem((tx) =>
    tx.customerTransaction.findMany({ where: { scope: { in: customers.map(({ scope }) => scope) }, source: 'job' } }),
  )
  expect(kept).toHaveLength(12)
  expect(kept[0]).toMatchObject({ type: 'licenceChange', madeBy: '', accountId: null })
  expect((await licencesOf(off)).map(({ status }) => status)).toEqual(['grace', 'grace'])
})

test('after a long pause it catches up, term by term, and keeps the units', async () => {
  const small = await product(world.one)
  await allocate(world.one.msp, small, 10)
  const planId = await plan(world.one.msp, small, { autoRenew: true, initialMonths: 1, renewMonths: 1, graceDays: 180 })
  const customers = await sold(planId)
  const [before] = await licencesOf(customers)
  await letDaysPass(database, 100)
  await passLicenceDays()
  const [after] = await licencesOf(customers)
  expect(after).toMatchObject({ endsOn: addMonths(before?.startsOn ?? '', 4), revision: 4 })
  expect(['active', 'expiringSoon']).toContain(after?.status)
  expect((await poolOf(world.one.msp, small)).provisioned).toBe(10)
})

test('at its end of life a product’s licences end, suspended and waiting ones too', async () => {
  const today = (await licencesOf(await sold(await plan(world.one.msp, saas))))[0]?.today ?? ''
  const old = await product(world.one, { endOfSaleOn: addDays(today, 5), endOfLifeOn: addDays(today, 20) })
  await allocate(world.one.msp, old, 1_000)
  const customers = [
    ...(await sold(await plan(world.one.msp, old, { autoRenew: true }), 2)),
    ...(await sold(await plan(world.one.msp, old, { activationPolicy: 'firstSignIn' }))),
  ]
  await letDaysPass(database, 21)
  await passLicenceDays()
  await passLicenceDays()
  for (const licence of await licencesOf(customers))
    expect(licence).toMatchObject({ endsOn: addDays(today, 20), autoRenew: false, revision: 2 })
  const kinds = await asSystem((tx) =>
    tx.customerTransaction.groupBy({ by: ['type'], where: { productId: old }, _count: true, orderBy: { type: 'asc' } }),
  )
  expect(kinds.map(({ type, _count }) => [type, _count])).toEqual([
    ['newPurchase', 3],
    ['discontinued', 3],
  ])
})

test('the figures beside customers follow the days', async () => {
  const [customer] = await sold(await plan(world.one.msp, saas, { initialMonths: 1, noticeDays: 5, graceDays: 10 }))
  const figures = () => asSystem((tx) => tx.company.findUniqueOrThrow({ where: { id: customer?.id ?? '' } }))
  for (const [days, action, warning] of [
    [0, 0, 0],
    [29, 0, 1],
    [35, 1, 0],
    [60, 1, 0],
  ] as const) {
    await letDaysPass(database, days)
    await passLicenceDays()
    expect(await figures()).toMatchObject({ licenceAction: action, licenceWarning: warning })
  }
  expect(await figures()).toMatchObject({ unitsProvisioned: 0 })
})

test('the first sign-in at the customer begins what waited for it', async () => {
  const { customer } = world.one
  const waiting = await product(world.one)
  await allocate(world.one.msp, waiting, 10)
  const planId = await plan(world.one.msp, waiting, { activationPolicy: 'firstSignIn' })
  await msp().licences.assign({ companyId: customer.id, wishes: [{ planId, units: 10 }] })
  const mine = async () => (await licencesOf([customer])).find((licence) => licence.planId === planId)
  await letDaysPass(database, 10)
  expect((await mine())?.status).toBe('awaitingSignIn')
  await openSession(
    { id: customer.admin.id, scope: customer.scope, sessionVersion: 1 },
    { address: '', userAgent: '' },
    1,
  )
  await drain()
  const licence = await mine()
  expect(licence).toMatchObject({ status: 'active', startsOn: licence?.today, revision: 2 })
})

test('the standing job waits once, whoever asks for it', async () => {
  await Promise.all([ensureSchedule(), ensureSchedule()])
  const standing = () => asSystem((tx) => tx.job.findMany({ where: { kind: 'licenceDays' } }))
  expect(await standing()).toHaveLength(1)
  await drain()
  const [job] = await standing()
  expect(job?.runAt.getTime()).toBeGreaterThan(Date.now())
  expect(await claim()).toBeNull()
})
