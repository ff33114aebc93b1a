import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { drain } from '@/server/jobs/loop'
import { addMonths } from '@/server/lib/period'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { allocate, herd, plan, poolOf, product } from './testing'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const msp = () => callerOf(world.one.msp.admin)

/** What a call ends in: its refusal, or that it is done. */
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    () => refusal(call).then(({ code }) => code),
  )

async function outcomes(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const code of await Promise.all(calls.map(codeOf))) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

/** Whoever is told that it is busy tries again. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    const call = attempt()
    if ((await codeOf(call)) !== 'busy') return call
  }
}

async function offered(units: number, over: Parameters<typeof plan>[2] = {}) {
  const productId = await product(world.one)
  await allocate(world.one.msp, productId, units)
  return { productId, planId: await plan(world.one.msp, productId, over) }
}

test('two hundred assign from a pool of twenty-five units at once: exactly twenty-five have one', async () => {
  const { productId, planId } = await offered(25)
  const customers = await herd(world.one.msp, 200)
  const calls = customers.map(({ id: companyId }) =>
    patiently(() => msp().licences.assign({ companyId, wishes: [{ planId, units: 1 }] })),
  )
  expect(await outcomes(calls)).toEqual({ done: 25, poolExceeded: 175 })
  expect(await poolOf(world.one.msp, productId)).toMatchObject({ allocated: 25, provisioned: 25 })
  expect(await asSystem((tx) => tx.subscription.count({ where: { planId } }))).toBe(25)
  expect(await asSystem((tx) => tx.customerTransaction.count({ where: { planId } }))).toBe(25)
}, 120_000)

test('a pool that refills grows by exactly what is missing', async () => {
  const productId = await product(world.one)
  await allocate(world.one.msp, productId, 5, { refill: true })
  const planId = await plan(world.one.msp, productId)
  const customers = await herd(world.one.msp, 12)
  await Promise.all(
    customers.map(({ id: companyId }) => msp().licences.assign({ companyId, wishes: [{ planId, units: 1 }] })),
  )
  expect(await poolOf(world.one.msp, productId)).toMatchObject({ allocated: 12, provisioned: 12 })
})

test('two renew one licence at once: one does, the other is told that it changed', async () => {
  const { planId } = await offered(10)
  const [customer] = await herd(world.one.msp, 1)
  const companyId = customer?.id ?? ''
  await msp().licences.assign({ companyId, wishes: [{ planId, units: 1 }] })
  const [licence] = await msp().licences.ofCustomer({ companyId })
  const form = { companyId, subscriptionId: licence?.subscriptionId ?? '', revision: 1 }
  const calls = Array.from({ length: 8 }, () => msp().licences.renew(form))
  expect(await outcomes(calls)).toEqual({ done: 1, changedMeanwhile: 7 })
  expect((await msp().licences.ofCustomer({ companyId }))[0]?.endsOn).toBe(addMonths(licence?.endsOn ?? '', 12))
})

test('the same plan assigned to a customer many times at once becomes one licence', async () => {
  const { planId, productId } = await offered(100)
  const [customer] = await herd(world.one.msp, 1)
  const companyId = customer?.id ?? ''
  const calls = Array.from({ length: 8 }, () => msp().licences.assign({ companyId, wishes: [{ planId, units: 3 }] }))
  expect(await outcomes(calls)).toEqual({ done: 1, nothingChanges: 7 })
  expect((await poolOf(world.one.msp, productId)).provisioned).toBe(3)
})

test('one free licence, however many take it at once', async () => {
  const productId = await product(world.one)
  const planId = await plan(world.one.msp, productId, { nfr: true })
  const customers = await herd(world.one.msp, 6)
  const calls = customers.map(({ id: companyId }) =>
    msp().licences.assign({ companyId, wishes: [{ planId, units: 1 }] }),
  )
  expect(await outcomes(calls)).toEqual({ done: 1, nfrTaken: 5 })
})

test('bulk work and people on the same licences at once end without a deadlock, every unit accounted for', async () => {
  const { planId, productId } = await offered(10_000)
  const customers = await herd(world.one.msp, 60)
  const selection = { kind: 'ids' as const, ids: customers.map(({ id }) => id) }
  const first = await msp().licences.assignMany.plan({ selection, wishes: [{ planId, units: 5 }] })
  await msp().licences.assignMany.carryOut(first)
  await drain()
  const { operationId } = await msp().licences.modifyMany.plan({
    selection: { kind: 'customers', customers: selection },
    changes: { units: { by: 2 } },
  })
  await msp().licences.modifyMany.carryOut({ operationId })
  const people = customers.slice(0, 30).map(async ({ id: companyId }) => {
    const [licence] = await msp().licences.ofCustomer({ companyId })
    return msp().licences.modify({
      companyId,
      subscriptionId: licence?.subscriptionId ?? '',
      revision: licence?.revision ?? 1,
      changes: { units: 50 },
    })
  })
  await Promise.all([drain(), ...people.map((one) => one.catch(() => null))])
  const rows = await asSystem((tx) => tx.subscription.findMany({ where: { planId }, select: { units: true } }))
  const sum = rows.reduce((units, row) => units + row.units, 0)
  expect((await poolOf(world.one.msp, productId)).provisioned).toBe(sum)
  const operation = await asSystem((tx) => tx.operation.findUniqueOrThrow({ where: { id: operationId } }))
  expect(operation).toMatchObject({ state: 'done', total: 60, failed: 0 })
  expect(operation.done + operation.refused).toBe(60)
}, 120_000)
