import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { allocate, plan, poolOf, product } from '@/server/features/licences/testing'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import type { NewCustomerInput } from './record-schema'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const as = (place: keyof World['one'], channel: keyof World = 'one') => callerOf(world[channel][place].admin)

let number = 0
function draft(plans: { planId: string; units: number }[]): NewCustomerInput & { company: { name: string } } {
  number += 1
  const place = { city: 'Kukës', state: 'Kukës', country: 'AL' }
  const person = { firstName: 'Ana', lastName: 'Hoxha', email: 'ana@kukes.example' }
  const slug = `planned-${number}`
  return {
    portal: 'lmp',
    company: { name: slug, slug, ...place },
    account: { loginName: slug, ...person },
    plans: plans as [(typeof plans)[0]],
  }
}

test('a new customer gets its plans with it: licences, pool, figures and transactions', async () => {
  const { msp } = world.one
  const productId = await product(world.one)
  await allocate(msp, productId, 100)
  const planId = await plan(msp, productId)
  const { id } = await as('msp').customers.create(draft([{ planId, units: 12 }]))
  const held = await as('msp').licences.ofCustomer({ companyId: id })
  expect(held).toMatchObject([{ planId, units: 12, status: 'active' }])
  expect((await poolOf(msp, productId)).provisioned).toBe(12)
  const { rows } = await as('msp').customers.list({ filter: { planIds: [planId] } })
  expect(rows).toMatchObject([{ id, unitsProvisioned: 12, nextExpiryOn: held[0]?.endsOn }])
})

test('what the pool refuses leaves nothing behind: no customer, no account, no units', async () => {
  const { msp } = world.one
  const productId = await product(world.one)
  await allocate(msp, productId, 10)
  const planId = await plan(msp, productId)
  const before = await asSystem((tx) => tx.company.count())
  const answer = await refusal(as('msp').customers.create(draft([{ planId, units: 11 }])))
  expect(answer).toMatchObject({ code: 'poolExceeded', params: { units: 11, available: 10 } })
  expect(await asSystem((tx) => tx.company.count())).toBe(before)
  expect((await poolOf(msp, productId)).provisioned).toBe(0)
})

test('a plan of somebody else is no plan', async () => {
  const planId = await plan(world.one.sibling, await product(world.one))
  expect(await refusal(as('msp').customers.create(draft([{ planId, units: 1 }])))).toMatchObject({ code: 'notFound' })
})

test('plans offered are those of the managing company in one’s reach, with its pools', async () => {
  const { msp, top, sibling } = world.one
  const productId = await product(world.one)
  await allocate(msp, productId, 7)
  const planId = await plan(msp, productId)
  const own = await as('msp').customers.plansToAssign({})
  expect(own.plans.map(({ id }) => id)).toContain(planId)
  expect(own.pools).toContainEqual(expect.objectContaining({ productId, allocated: 7, provisioned: 0 }))
  expect(await as('top').customers.plansToAssign({ id: msp.id })).toEqual(own)
  const others = (await as('sibling').customers.plansToAssign({})).plans.map(({ id }) => id)
  expect(others).not.toContain(planId)
  for (const id of [top.id, sibling.id, world.two.msp.id, world.one.customer.id]) {
    expect(await refusal(as('msp').customers.plansToAssign({ id }))).toMatchObject({ code: 'notFound' })
  }
})

test('the dashboard counts customers as the list filters them', async () => {
  const { customers, enabledPlans } = await as('msp').dashboard.figures()
  const count = (filter: object) => as('msp').customers.count({ filter })
  expect(customers?.with.active).toBe(await count({ licences: ['active'] }))
  expect(customers?.action).toBe(await count({ attention: ['licenceAction'] }))
  expect(customers?.warning).toBe(await count({ attention: ['licenceWarning'] }))
  for (const { from, to, count: counted } of customers?.expiring ?? []) {
    expect(counted).toBe(await count({ expiresFrom: from, expiresTo: to }))
  }
  expect(enabledPlans).toBeGreaterThan(0)
})
