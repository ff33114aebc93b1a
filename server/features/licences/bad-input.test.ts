import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { drain } from '@/server/jobs/loop'
import { addDays, addMonths, daysBetween } from '@/server/lib/period'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { letDaysPass } from '@/server/testing/days'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { allocate, herd, plan, poolOf, product } from './testing'

let database: TestDatabase
let world: World
let saas: string
let yearly: string
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  saas = await product(world.one, { name: 'Mail Guard' })
  yearly = await plan(world.one.msp, saas)
  await allocate(world.one.msp, saas, 100)
})
afterAll(() => database.drop())
beforeEach(() => letDaysPass(database, 0))

const licences = () => callerOf(world.one.msp.admin).licences
const aCustomer = async () => (await herd(world.one.msp, 1))[0]?.id ?? ''
const selected = (ids: string[]) => ({ kind: 'ids' as const, ids })

async function sold(planId = yearly, units = 2) {
  const companyId = await aCustomer()
  await licences().assign({ companyId, wishes: [{ planId, units }] })
  const [licence] = await licences().ofCustomer({ companyId })
  if (!licence) throw new Error('nothing sold')
  const { subscriptionId, revision, today } = licence
  return { companyId, today, licence, form: { companyId, subscriptionId, revision } }
}

/** Everything that a refused change must leave as it was. */
const kept = () =>
  asSystem(
    (tx) => tx.$queryRaw`
      select (select jsonb_agg(to_jsonb(s) order by s.id) from subscription s) as subscriptions,
        (select jsonb_agg(to_jsonb(a) order by a.scope, a.product_id, a.version) from allocation a) as pools,
        (select count(*)::int from customer_transaction) as transactions, (select count(*)::int from log_entry) as logged,
        (select count(*)::int from operation) as operations, (select count(*)::int from mail) as mails`,
  )

async function refusedWhole(call: () => Promise<unknown>) {
  const before = await kept()
  const answer = await refusal(call())
  expect(await kept()).toEqual(before)
  return answer
}

/** What a person may type, or a program send. */
const NO_UNITS: readonly [unknown, string][] = [
  [0, 'tooSmall'],
  [-1, 'tooSmall'],
  [1_000_000, 'tooLarge'],
  ['1e3', 'wholeNumber'],
  ['12', 'wholeNumber'],
  [1.5, 'wholeNumber'],
  [Number.NaN, 'wholeNumber'],
  [1e21, 'wholeNumber'],
  [null, 'wholeNumber'],
  [[5], 'wholeNumber'],
]

test.each(NO_UNITS)('%j units are refused at their field, wherever they are asked for', async (wrong, code) => {
  const units = wrong as number
  const { form, companyId } = await sold()
  const selection = selected([companyId])
  const calls: [string, () => Promise<unknown>][] = [
    ['wishes.0.units', () => licences().assign({ companyId, wishes: [{ planId: yearly, units }] })],
    ['changes.units', () => licences().modify({ ...form, changes: { units } })],
    ['units', () => licences().convert({ ...form, planId: yearly, units })],
    ['wishes.0.units', () => licences().assignMany.plan({ selection, wishes: [{ planId: yearly, units }] })],
  ]
  for (const [path, call] of calls) {
    const { code: refused, issues } = await refusedWhole(call)
    expect(refused).toBe('invalidInput')
    expect(issues).toMatchObject([{ path, code }])
  }
  const many = { selection: { kind: 'customers' as const, customers: selection }, changes: { units: { to: units } } }
  const { code: refused, issues } = await refusedWhole(() => licences().modifyMany.plan(many))
  expect([refused, issues?.length]).toEqual(['invalidInput', 1])
})

test('so many fewer that nothing is left, or so many more that it is too many, is refused for that licence', async () => {
  const { companyId } = await sold()
  const by = async (units: number) => {
    const selection = { kind: 'customers' as const, customers: selected([companyId]) }
    return (await licences().modifyMany.plan({ selection, changes: { units: { by: units } } })).refused
  }
  expect(await by(-2)).toEqual([{ code: 'unitsOutOfRange', count: 1 }])
  expect(await by(999_999)).toEqual([{ code: 'unitsOutOfRange', count: 1 }])
  expect(await by(0)).toEqual([{ code: 'nothingChanges', count: 1 }])
})

test('units beyond the pool are refused with the figures, one by one and in a preview', async () => {
  const small = await product(world.one)
  await allocate(world.one.msp, small, 5)
  const planId = await plan(world.one.msp, small)
  const { form } = await sold(planId, 3)
  const figures = { code: 'poolExceeded', params: { units: 3, available: 2, allocated: 5 } }
  expect(await refusedWhole(() => licences().modify({ ...form, changes: { units: 6 } }))).toMatchObject(figures)
  const companyId = await aCustomer()
  const wishes = [{ planId, units: 3 }]
  expect(await refusedWhole(() => licences().assign({ companyId, wishes }))).toMatchObject(figures)
  const preview = await licences().assignMany.plan({ selection: selected([companyId, await aCustomer()]), wishes })
  expect(preview).toMatchObject({ willChange: 0, refused: [{ code: 'poolExceeded', count: 2 }] })
})

test.each([
  [-1, 'startInPast'],
  [-400, 'startInPast'],
  [367, 'startTooFar'],
])('a start %i days from today is refused, and the latest day named', async (days, code) => {
  const { today } = await sold()
  const companyId = await aCustomer()
  const wishes = [{ planId: yearly, units: 1, startsOn: addDays(today, days) }]
  const answer = await refusedWhole(() => licences().assign({ companyId, wishes }))
  expect(answer).toMatchObject({ code, params: code === 'startTooFar' ? { latest: addMonths(today, 12) } : {} })
  const preview = await licences().assignMany.plan({ selection: selected([companyId]), wishes })
  expect(preview.refused).toEqual([{ code, count: 1 }])
})

test.each(['9999-12-31', '0000-01-01', '2027-02-29', '2027-13-01', '31.12.2027', '2027-1-1', '+012027-01-01', ''])(
  'the day %j is none',
  async (day) => {
    const { form, companyId } = await sold()
    const calls: [string, () => Promise<unknown>][] = [
      [
        'wishes.0.startsOn',
        () => licences().assign({ companyId, wishes: [{ planId: yearly, units: 1, startsOn: day }] }),
      ],
      ['changes.endsOn', () => licences().modify({ ...form, changes: { endsOn: day } })],
      ['endsOn', () => licences().suspend({ ...form, endsOn: day })],
      ['day', () => licences().asOf({ companyId, day })],
    ]
    for (const [path, call] of calls) {
      const { code, issues } = await refusedWhole(call)
      expect(code).toBe('invalidInput')
      expect(issues?.[0]).toMatchObject({ path, code: 'day' })
    }
  },
)

test.each([0, -1, 67, 1.5, 1e9])('%d months are no term', async (months) => {
  const { form } = await sold()
  const { code, issues } = await refusedWhole(() => licences().renew({ ...form, months }))
  expect([code, issues?.[0]?.path]).toEqual(['invalidInput', 'months'])
})

test('renewing again and again ends at ten years', async () => {
  const { form, today } = await sold()
  await licences().renew({ ...form, months: 60 })
  await licences().renew({ ...form, revision: 2, months: 48 })
  const { code, params } = await refusedWhole(() => licences().renew({ ...form, revision: 3, months: 1 }))
  expect({ code, params }).toEqual({ code: 'endTooFar', params: { latest: addMonths(today, 120) } })
})

/** Moves the clock so that it is that day for the partner. */
async function on(day: string): Promise<void> {
  const { today } = await sold()
  await letDaysPass(database, daysBetween(today, day))
}

test.each([
  ['2029-01-31', ['2029-02-28', '2029-03-31', '2029-04-30', '2029-05-31']],
  ['2027-12-30', ['2028-01-30', '2028-02-29', '2028-03-30', '2028-04-30']],
  ['2028-02-29', ['2028-03-29', '2028-04-29', '2028-05-29', '2028-06-29']],
])('months from %s are counted from its own day, renewed by hand one by one', async (start, ends) => {
  await on(start)
  const monthly = await plan(world.one.msp, saas, { initialMonths: 1, renewMonths: 1 })
  const { form, companyId, licence } = await sold(monthly, 1)
  const found = [licence.endsOn]
  for (let revision = 1; revision < ends.length; revision += 1) {
    await licences().renew({ ...form, revision })
    found.push((await licences().ofCustomer({ companyId }))[0]?.endsOn ?? '')
  }
  expect([licence.startsOn, ...found]).toEqual([start, ...ends])
})

test('a year from 29 February ends on the 28th, and is back on the 29th in the leap year', async () => {
  await on('2028-02-29')
  const { form, companyId, licence } = await sold(await plan(world.one.msp, saas, { graceDays: 0 }), 1)
  expect(licence.endsOn).toBe('2029-02-28')
  await licences().renew({ ...form, months: 36 })
  expect((await licences().ofCustomer({ companyId }))[0]?.endsOn).toBe('2032-02-29')
})

const MEANWHILE: readonly [string, string, (planId: string, companyId: string) => Promise<unknown>][] = [
  [
    'a plan that was disabled',
    'planDisabled',
    (planId) => run('update service_plan set enabled = false where id = $1', planId),
  ],
  [
    'a plan that was locked',
    'planLocked',
    (planId) => run('update service_plan set locked_at = now() where id = $1', planId),
  ],
  [
    'a product that is sold no more',
    'endOfSale',
    (planId) =>
      run(
        `update product set end_of_sale_on = '2020-01-01' where id = (select product_id from service_plan where id = $1)`,
        planId,
      ),
  ],
  [
    'a customer that was disabled',
    'customerDisabled',
    (_, companyId) => callerOf(world.one.msp.admin).customers.setStatus({ companyId, to: 'disabled' }),
  ],
  ['a pool that was emptied', 'poolExceeded', (planId) => sold(planId, 10)],
]
const run = (text: string, id: string) => sql(database.superuserUrl, text, [id])

test.each(MEANWHILE)('%s between preview and apply: %s, and nothing half done', async (_, code, happens) => {
  const own = await product(world.one)
  await allocate(world.one.msp, own, 10)
  const planId = await plan(world.one.msp, own)
  const companyId = await aCustomer()
  const { operationId, willChange } = await licences().assignMany.plan({
    selection: selected([companyId]),
    wishes: [{ planId, units: 5 }],
  })
  expect(willChange).toBe(1)
  await happens(planId, companyId)
  const { provisioned } = await poolOf(world.one.msp, own)
  await licences().assignMany.carryOut({ operationId })
  await drain()
  const { rows } = await callerOf(world.one.msp.admin).operations.items({ operationId, limit: 10 })
  expect(rows.map((row) => [row.state, row.code])).toEqual([['refused', code]])
  expect(await licences().ofCustomer({ companyId })).toEqual([])
  expect((await poolOf(world.one.msp, own)).provisioned).toBe(provisioned)
})
