import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { newProduct } from './testing'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const as = (place: keyof World['one'], channel: keyof World = 'one') => callerOf(world[channel][place].admin)

async function ready(rest: object = {}) {
  const productId = await newProduct(world.one, { kind: 'software' })
  const { planId } = await as('top').plans.create({
    name: `Ready-made ${productId}`,
    productId,
    version: 'full',
    nfr: false,
    trialForm: false,
    activationPolicy: 'immediately',
    managed: false,
    initialMonths: 12,
    autoRenew: false,
    renewMonths: 12,
    noticeDays: 60,
    graceDays: 30,
    dataCentres: {},
    ...rest,
  })
  return planId
}
const to = (planId: string, place: 'reseller' | 'msp' = 'reseller') => ({
  companyId: world.one[place].id,
  planIds: [planId],
})
const listed = async () => (await as('top').plans.grants.list({ companyId: world.one.reseller.id })).granted

test('a reseller sees a plan from the moment it is given until it is taken back, and can only read it', async () => {
  const planId = await ready()
  expect(await refusal(as('reseller').plans.get({ planId }))).toMatchObject({ code: 'notFound' })
  expect(await as('top').plans.grants.grant(to(planId))).toEqual({ granted: 1 })
  expect(await as('top').plans.grants.grant(to(planId))).toEqual({ granted: 0 })
  expect(await as('reseller').plans.get({ planId })).toMatchObject({ isOwn: false, isGranted: true, createdBy: '' })
  expect((await as('reseller').plans.list({})).rows.map(({ id }) => id)).toContain(planId)
  expect((await listed()).map((row) => row.planId)).toContain(planId)
  expect(await refusal(as('reseller').plans.switchTo({ planId, enabled: false }))).toMatchObject({ code: 'notAllowed' })
  await as('top').plans.grants.revoke(to(planId))
  expect(await refusal(as('reseller').plans.get({ planId }))).toMatchObject({ code: 'notFound' })
  expect(await refusal(as('top').plans.grants.revoke(to(planId)))).toMatchObject({ code: 'notFound' })
  const log = await asSystem((tx) =>
    tx.logEntry.findMany({ where: { targetId: planId, action: 'partner.assignPlan' }, orderBy: { id: 'asc' } }),
  )
  expect(log).toMatchObject([{ after: { granted: true } }, { before: { granted: true } }])
})

test('a plan goes to resellers only, from its own company, while it can be sold', async () => {
  const planId = await ready()
  expect(await refusal(as('top').plans.grants.grant(to(planId, 'msp')))).toMatchObject({ code: 'wrongKind' })
  expect(await refusal(as('top').plans.grants.grant(to(crypto.randomUUID())))).toMatchObject({ code: 'notFound' })
  const foreign = { companyId: world.two.reseller.id, planIds: [planId] }
  expect(await refusal(as('top').plans.grants.grant(foreign))).toMatchObject({ code: 'notFound' })
  expect(await refusal(as('top', 'two').plans.grants.grant(foreign))).toMatchObject({ code: 'notFound' })
  await as('top').plans.switchTo({ planId, enabled: false })
  expect(await refusal(as('top').plans.grants.grant(to(planId)))).toMatchObject({ code: 'planDisabled' })
})

test('two who give the same plan at once give it once', async () => {
  const planId = await ready()
  await Promise.all([as('top').plans.grants.grant(to(planId)), as('top').plans.grants.grant(to(planId))])
  expect((await listed()).filter((row) => row.planId === planId)).toHaveLength(1)
})
