import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { drain } from '@/server/jobs/loop'
import { addMonths } from '@/server/lib/period'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
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
  yearly = await plan(world.one.msp, saas, { autoRenew: true })
  await allocate(world.one.msp, saas, 1_000_000)
})
afterAll(() => database.drop())
beforeEach(() => letDaysPass(database, 0))

const as = (place: keyof World['one']) => callerOf(world.one[place].admin)
const ids = (customers: readonly { id: string }[]) => ({ kind: 'ids' as const, ids: customers.map(({ id }) => id) })
const ofCustomers = (customers: readonly { id: string }[]) => ({
  kind: 'customers' as const,
  customers: ids(customers),
})
const itemsOf = async (operationId: string) => (await as('msp').operations.items({ operationId, limit: 500 })).rows
const operation = (id: string) => asSystem((tx) => tx.operation.findUniqueOrThrow({ where: { id } }))
const held = (customers: readonly { scope: string }[]) =>
  asSystem((tx) =>
    tx.subscription.findMany({ where: { scope: { in: customers.map(({ scope }) => scope) } }, orderBy: { id: 'asc' } }),
  )

async function carryOut(
  many: 'assignMany' | 'renewMany' | 'modifyMany' | 'suspendMany' | 'resumeMany',
  operationId: string,
) {
  await as('msp').licences[many].carryOut({ operationId })
  await drain()
  return operation(operationId)
}

async function sold(count: number, units = 10, planId = yearly) {
  const customers = await herd(world.one.msp, count)
  const { operationId } = await as('msp').licences.assignMany.plan({
    selection: ids(customers),
    wishes: [{ planId, units }],
  })
  expect(await carryOut('assignMany', operationId)).toMatchObject({ state: 'done', done: count })
  return customers
}

test('plans for many: the preview names units and mails and changes nothing; carrying out does exactly that', async () => {
  const customers = await herd(world.one.msp, 3)
  const [first] = customers
  const second = await product(world.one, { name: 'Web Guard' })
  const wishes = [yearly, await plan(world.one.msp, second)].map((planId) => ({ planId, units: 5 }))
  await allocate(world.one.msp, second, 12)
  const selection = { kind: 'ids' as const, ids: [...customers.map(({ id }) => id), world.one.siblingCustomer.id] }
  const preview = await as('msp').licences.assignMany.plan({ selection, wishes })
  expect(preview).toMatchObject({
    total: 7,
    willChange: 5,
    mails: 0,
    money: null,
    products: [
      { productName: 'Mail Guard', licences: 3, unitsBefore: 0, unitsAfter: 15 },
      { productName: 'Web Guard', licences: 2, unitsBefore: 0, unitsAfter: 10 },
    ],
  })
  expect(preview.refused).toEqual(
    expect.arrayContaining([
      { code: 'poolExceeded', count: 1 },
      { code: 'notFound', count: 1 },
    ]),
  )
  expect(await held(customers)).toEqual([])
  const rows = await itemsOf(preview.operationId)
  expect(rows.find(({ ref }) => ref === `${first?.id}:${yearly}`)).toMatchObject({
    state: 'pending',
    params: { kind: 'issue', productName: 'Mail Guard', before: {}, after: { units: 5 }, mail: false },
  })
  expect(await carryOut('assignMany', preview.operationId)).toMatchObject({ state: 'done', done: 5, refused: 2 })
  expect(await held(customers)).toHaveLength(5)
  expect((await poolOf(world.one.msp, second)).provisioned).toBe(10)
})

test('assigning again changes what is there, row by row old → new', async () => {
  const customers = await sold(2)
  const wishes = [{ planId: yearly, units: 12 }]
  const { operationId } = await as('msp').licences.assignMany.plan({ selection: ids(customers), wishes })
  expect((await itemsOf(operationId))[0]?.params).toMatchObject({
    kind: 'change',
    before: { units: 10 },
    after: { units: 12 },
  })
  await carryOut('assignMany', operationId)
  expect((await held(customers)).map(({ units }) => units)).toEqual([12, 12])
})

test('renewing, changing units and auto-renewal, suspending and resuming of many', async () => {
  const customers = await sold(3)
  const [before] = await held(customers)
  const selection = ofCustomers(customers)
  const { licences } = as('msp')
  const endOf = (row: typeof before) => row?.endsOn.toISOString().slice(0, 10) ?? ''
  await carryOut('renewMany', (await licences.renewMany.plan({ selection, months: 3 })).operationId)
  expect((await held(customers)).map(endOf)).toEqual(Array(3).fill(addMonths(endOf(before), 3)))
  const fewer = await licences.modifyMany.plan({ selection, changes: { units: { by: -4 }, autoRenew: true } })
  expect(fewer).toMatchObject({ products: [{ unitsBefore: 30, unitsAfter: 18 }], mails: 0 })
  await carryOut('modifyMany', fewer.operationId)
  await carryOut('suspendMany', (await licences.suspendMany.plan({ selection })).operationId)
  expect((await held(customers)).every(({ suspendedEndsOn }) => suspendedEndsOn !== null)).toBe(true)
  await carryOut('resumeMany', (await licences.resumeMany.plan({ selection })).operationId)
  const off = await licences.modifyMany.plan({ selection, changes: { autoRenew: false }, sendMail: false })
  expect(off.mails).toBe(0)
  await carryOut('modifyMany', off.operationId)
  expect((await held(customers)).map(({ units, autoRenew, revision }) => [units, autoRenew, revision])).toEqual(
    Array(3).fill([6, false, 6]),
  )
  const suspended = await licences.suspendMany.plan({ selection })
  expect(suspended).toMatchObject({ willChange: 0, refused: [{ code: 'autoRenewalOff', count: 3 }] })
  expect((await refusal(licences.suspendMany.carryOut({ operationId: suspended.operationId }))).code).toBe(
    'nothingSelected',
  )
})

test('licences named one by one; foreign ones are not there', async () => {
  const customers = await sold(2)
  const [one, two] = await held(customers)
  const foreign = await asSystem((tx) =>
    tx.subscription.findFirstOrThrow({ where: { scope: world.one.siblingCustomer.scope } }),
  )
  const selection = { kind: 'licences' as const, ids: [one?.id ?? '', foreign.id] }
  const preview = await as('msp').licences.renewMany.plan({ selection })
  expect(preview).toMatchObject({ total: 2, willChange: 1, refused: [{ code: 'notFound', count: 1 }] })
  await carryOut('renewMany', preview.operationId)
  expect((await held(customers)).map(({ revision }) => revision)).toEqual([2, 1])
  expect(two?.revision).toBe(1)
})

test('what moved after the preview is left out and reported; a disabled plan issues nothing', async () => {
  const customers = await sold(3)
  const [moved] = await held(customers)
  const { operationId } = await as('msp').licences.renewMany.plan({ selection: ofCustomers(customers) })
  await as('msp').licences.modify({
    companyId: customers.find(({ scope }) => scope === moved?.scope)?.id ?? '',
    subscriptionId: moved?.id ?? '',
    revision: 1,
    changes: { units: 11 },
  })
  expect(await carryOut('renewMany', operationId)).toMatchObject({ done: 2, refused: 1, failed: 0 })
  expect((await itemsOf(operationId)).filter(({ state }) => state === 'refused')).toMatchObject([
    { ref: moved?.id, code: 'movedSince' },
  ])

  const fresh = await herd(world.one.msp, 2)
  const planId = await plan(world.one.msp, saas)
  const preview = await as('msp').licences.assignMany.plan({ selection: ids(fresh), wishes: [{ planId, units: 1 }] })
  await asSystem((tx) => tx.servicePlan.update({ where: { id: planId }, data: { enabled: false } }))
  expect(await carryOut('assignMany', preview.operationId)).toMatchObject({ done: 0, refused: 2 })
  expect((await itemsOf(preview.operationId)).map(({ code }) => code)).toEqual(['planDisabled', 'planDisabled'])
})

test('a preview of yesterday is no promise for today: other terms are left out', async () => {
  const customers = await herd(world.one.msp, 1)
  const { operationId } = await as('msp').licences.assignMany.plan({
    selection: ids(customers),
    wishes: [{ planId: yearly, units: 1 }],
  })
  await letDaysPass(database, 1)
  await carryOut('assignMany', operationId)
  expect((await itemsOf(operationId)).map(({ code }) => code)).toEqual(['movedSince'])
})

test('what the database itself refuses costs that row only', async () => {
  const customers = await herd(world.one.msp, 3)
  const free = await product(world.one)
  const planId = await plan(world.one.msp, free, { nfr: true })
  const { operationId } = await as('msp').licences.assignMany.plan({
    selection: ids(customers),
    wishes: [{ planId, units: 1 }],
  })
  expect(await carryOut('assignMany', operationId)).toMatchObject({ state: 'done', done: 1, refused: 2, failed: 0 })
  const codes = (await itemsOf(operationId)).map(({ code }) => code).filter((code) => code !== null)
  expect(codes).toEqual(['nfrTaken', 'nfrTaken'])
})

test('tier 1 sees what it costs, by month; a plan’s own price goes first', async () => {
  const { top } = world.one
  const priced = await product(world.one)
  const planId = await plan(top, priced)
  const cheap = await plan(top, priced)
  await asSystem((tx) =>
    tx.price.createMany({
      data: [
        { scope: top.scope, productId: priced, currency: 'EUR', minor: 250n, validFrom: new Date('2020-01-01') },
        { scope: top.scope, productId: priced, currency: 'EUR', minor: 300n, validFrom: new Date('2021-01-01') },
        { scope: top.scope, productId: priced, currency: 'EUR', minor: 900n, validFrom: new Date('2999-01-01') },
        {
          scope: top.scope,
          productId: priced,
          planId: cheap,
          currency: 'EUR',
          minor: 100n,
          validFrom: new Date('2021-01-01'),
        },
      ],
    }),
  )
  const customers = await herd(top, 2)
  const moneyOf = async (id: string) =>
    (await as('top').licences.assignMany.plan({ selection: ids(customers), wishes: [{ planId: id, units: 7 }] })).money
  expect(await moneyOf(planId)).toEqual([{ currency: 'EUR', before: '0', after: '4200' }])
  expect(await moneyOf(cheap)).toEqual([{ currency: 'EUR', before: '0', after: '1400' }])
})
