import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { dataCentre, newProduct, pool } from '@/server/features/plans/testing'
import { drain } from '@/server/jobs/loop'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { herd } from './testing'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const as = (place: keyof World['one']) => callerOf(world.one[place].admin)

/** A suite of two products, a plan of it at the MSP, and so many customers on it. */
async function sold(customers: number) {
  const suite = await newProduct(world.one, { kind: 'suite' })
  const stays = await newProduct(world.one, { kind: 'software' })
  const leaves = await newProduct(world.one, { kind: 'software' })
  const comes = await newProduct(world.one, { needsCode: true })
  const centre = await dataCentre(world.one)
  await pool(world.one.msp, suite, 'full')
  const { today } = await as('top').products.get({ productId: suite })
  const change = (componentId: string) => ({ productId: suite, componentId, on: today })
  await as('top').products.addComponent(change(stays))
  await as('top').products.addComponent(change(leaves))
  const { planId } = await as('msp').plans.create({
    name: `Suite ${suite}`,
    productId: suite,
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
  })
  const companies = await herd(world.one.msp, customers)
  for (const { id: companyId } of companies)
    await as('msp').licences.assign({ companyId, wishes: [{ planId, units: 5 }] })
  return { suite, stays, leaves, comes, centre, planId, companies, change, today }
}

const licencesOf = (scope: string) =>
  asSystem((tx) => tx.licence.findMany({ where: { scope }, orderBy: { createdAt: 'asc' } }))

test('a changed suite locks its plan; approved, every customer gets what came and loses what left, once', async () => {
  const { leaves, comes, stays, centre, planId, companies, change } = await sold(3)
  await as('top').products.addComponent(change(comes))
  await as('top').products.removeComponent(change(leaves))
  const review = await as('msp').plans.review({ planId })
  expect(review).toMatchObject({
    customers: 3,
    changes: [
      { productId: comes, change: 'added' },
      { productId: leaves, change: 'removed' },
    ],
    needsDataCentre: [{ productId: comes }],
  })
  const [first] = companies
  const locked = await refusal(
    as('msp').licences.assign({ companyId: world.one.customer.id, wishes: [{ planId, units: 1 }] }),
  )
  expect(locked).toMatchObject({ code: 'planLocked' })
  const { revision } = review
  expect(await refusal(as('msp').plans.approve({ planId, revision }))).toMatchObject({
    code: 'dataCentreMissing',
    field: `dataCentres.${comes}`,
  })
  const approve = () => as('msp').plans.approve({ planId, revision, dataCentres: { [comes]: centre } })
  const answers = await Promise.allSettled([approve(), approve()])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await as('msp').plans.get({ planId })).toMatchObject({ locked: false, states: ['enabled'] })
  await drain()
  for (const { scope } of companies) {
    const licences = await licencesOf(scope)
    expect(licences.map(({ productId, removedOn }) => [productId, removedOn !== null]).sort()).toEqual(
      [
        [stays, false],
        [leaves, true],
        [comes, false],
      ].sort(),
    )
    expect(licences.find(({ productId }) => productId === comes)?.activationCode).toEqual(expect.any(String))
    const transactions = await asSystem((tx) =>
      tx.customerTransaction.findMany({ where: { scope }, orderBy: { id: 'asc' } }),
    )
    expect(transactions).toMatchObject([
      { type: 'newPurchase' },
      { type: 'suiteChange', unitsBefore: 5, unitsAfter: 5 },
    ])
  }
  const operation = await asSystem((tx) => tx.operation.findFirstOrThrow({ where: { kind: 'suiteChange', total: 3 } }))
  expect(operation).toMatchObject({ state: 'done', done: 3, refused: 0, failed: 0 })
  expect((await as('msp').plans.review({ planId })).changes).toEqual([])
  expect(first).toBeDefined()
})

test('what changes after the approval waits for the next one', async () => {
  const { comes, centre, planId, companies, change } = await sold(1)
  await as('top').products.addComponent(change(comes))
  const { revision } = await as('msp').plans.review({ planId })
  await as('msp').plans.approve({ planId, revision, dataCentres: { [comes]: centre } })
  const late = await newProduct(world.one, { kind: 'software' })
  await as('top').products.addComponent(change(late))
  await drain()
  const [company] = companies
  const products = (await licencesOf(company?.scope ?? '')).map(({ productId }) => productId)
  expect(products).toContain(comes)
  expect(products).not.toContain(late)
  expect(await as('msp').plans.get({ planId })).toMatchObject({ locked: true })
})

test('an approval of what the review did not show is refused; so is one of a plan that is not locked', async () => {
  const { comes, leaves, centre, planId, change } = await sold(1)
  const before = await as('msp').plans.get({ planId })
  expect(await refusal(as('msp').plans.approve({ planId, revision: before.revision }))).toMatchObject({
    code: 'planNotLocked',
  })
  await as('top').products.addComponent(change(comes))
  const { revision } = await as('msp').plans.review({ planId })
  await as('top').products.removeComponent(change(leaves))
  const dataCentres = { [comes]: centre }
  expect(await refusal(as('msp').plans.approve({ planId, revision, dataCentres }))).toMatchObject({
    code: 'changedMeanwhile',
  })
  expect(await refusal(as('top').plans.approve({ planId, revision, dataCentres }))).toMatchObject({ code: 'notFound' })
})

test('who cancelled in between is left as it is and reported', async () => {
  const { comes, centre, planId, companies, change } = await sold(2)
  await as('top').products.addComponent(change(comes))
  const { revision } = await as('msp').plans.review({ planId })
  const { operationId } = await as('msp').plans.approve({ planId, revision, dataCentres: { [comes]: centre } })
  const companyId = companies[0]?.id ?? ''
  const [licence] = await as('msp').licences.ofCustomer({ companyId })
  const { subscriptionId = '', revision: form = 0 } = licence ?? {}
  await as('msp').licences.cancel({ companyId, subscriptionId, revision: form })
  await drain()
  const items = await asSystem((tx) => tx.operationItem.findMany({ where: { operationId: operationId ?? '' } }))
  expect(items.map(({ state, code }) => [state, code]).sort()).toEqual([
    ['done', null],
    ['refused', 'licenceCancelled'],
  ])
})
