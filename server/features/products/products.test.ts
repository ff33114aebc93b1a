import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { addDays } from '@/server/lib/period'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const as = (place: keyof World['one'], channel: keyof World = 'one') => callerOf(world[channel][place].admin)

const SETTINGS = {
  vendor: 'Acme',
  name: 'Mail Guard',
  trialOffered: true,
  fullOffered: true,
  needsCode: false,
  manageable: true,
  reportsUsage: true,
  nfrOffered: true,
  endOfSaleOn: null,
  endOfLifeOn: null,
}

let numbers = 0
const settings = (rest: Partial<typeof SETTINGS> | { endOfSaleOn: string; endOfLifeOn?: string } = {}) => ({
  ...SETTINGS,
  ...rest,
})
async function newProduct(rest: object = {}) {
  numbers += 1
  const input = { ...settings(), code: `TEST${String(numbers).padStart(5, '0')}`, family: `test-${numbers}` }
  const { productId } = await as('top').products.create({ ...input, kind: 'saas', unit: 'seats', ...rest })
  return productId
}
const todayAt = async (productId: string) => (await as('top').products.get({ productId })).today

test('tier 1 adds a product and changes it; both are kept in the log', async () => {
  const productId = await newProduct({ name: 'Before' })
  const { revision } = await as('top').products.get({ productId })
  await as('top').products.update({ productId, revision, settings: settings({ name: 'After' }) })
  expect(await as('top').products.get({ productId })).toMatchObject({ name: 'After', revision: revision + 1 })
  const log = await asSystem((tx) => tx.logEntry.findMany({ where: { targetId: productId }, orderBy: { id: 'asc' } }))
  expect(log.map(({ action, before, after }) => ({ action, before, after }))).toMatchObject([
    { action: 'product.manage', before: null, after: { name: 'Before' } },
    { action: 'product.manage', before: { name: 'Before' }, after: { name: 'After' } },
  ])
})

test('refusals stand at the field that they are about', async () => {
  const productId = await newProduct()
  const { code, revision } = await as('top').products.get({ productId })
  const again = { ...settings(), code: code.toLowerCase(), family: 'x', kind: 'saas', unit: 'seats' } as const
  expect(await refusal(as('top').products.create(again))).toMatchObject({ code: 'productCodeTaken', field: 'code' })
  const bad = await refusal(
    as('top').products.create({
      ...again,
      code: 'SHORT',
      family: 'No Family',
      name: '',
      fullOffered: false,
      trialOffered: false,
    }),
  )
  expect(bad.issues?.map(({ path, code: at }) => [path, at])).toEqual([
    ['name', 'required'],
    ['code', 'productCode'],
    ['family', 'family'],
    ['fullOffered', 'oneVersion'],
  ])
  const life = settings({ endOfSaleOn: '2027-02-02', endOfLifeOn: '2027-02-01' })
  const late = await refusal(as('top').products.update({ productId, revision, settings: life }))
  expect(late.issues).toMatchObject([{ path: 'settings.endOfLifeOn', code: 'lifeBeforeSale' }])
  const none = settings({ trialOffered: false, fullOffered: false })
  const versions = await refusal(as('top').products.update({ productId, revision, settings: none }))
  expect(versions.issues).toMatchObject([{ path: 'settings.fullOffered', code: 'oneVersion' }])
})

test('of two who change the same product, the second is told', async () => {
  const productId = await newProduct()
  const { revision } = await as('top').products.get({ productId })
  const change = (name: string) => as('top').products.update({ productId, revision, settings: settings({ name }) })
  const answers = await Promise.allSettled([change('One'), change('Two')])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await refusal(change('Three'))).toMatchObject({ code: 'changedMeanwhile' })
})

test('a partner sees what it may sell, another nothing of it; nobody sees another channel’s', async () => {
  const productId = await newProduct({ name: 'For one partner' })
  const { id: companyId } = world.one.msp
  await as('top').products.allocations.set({
    companyId,
    productId,
    version: 'full',
    allocated: 50,
    refill: false,
    disabled: false,
    was: null,
  })
  const q = { filter: { q: 'for ONE part' } }
  const [row] = (await as('msp').products.list(q)).rows
  expect(row).toMatchObject({
    id: productId,
    allocations: [{ version: 'full', allocated: 50, provisioned: 0, refill: false, disabled: false }],
  })
  expect(await as('msp').products.count(q)).toBe(1)
  for (const other of [as('sibling'), as('reseller'), as('top', 'two')]) {
    expect((await other.products.list(q)).rows).toEqual([])
    expect(await refusal(other.products.get({ productId }))).toEqual(
      await refusal(other.products.get({ productId: crypto.randomUUID() })),
    )
  }
})

test('pages go there and back, in every order', async () => {
  for (const sort of ['name', 'vendor', 'code', 'endOfSale', 'endOfLife', 'plans'] as const) {
    const every = await as('top').products.list({ sort, limit: 200 })
    const first = await as('top').products.list({ sort, limit: 2 })
    const second = await as('top').products.list({ sort, limit: 2, after: first.after ?? '' })
    const back = await as('top').products.list({ sort, limit: 2, before: second.before ?? '' })
    expect([...first.rows, ...second.rows]).toEqual(every.rows.slice(0, 4))
    expect(back.rows).toEqual(first.rows)
    const down = await as('top').products.list({ sort, limit: 200, descending: true })
    expect(down.rows).toEqual([...every.rows].reverse())
  }
  expect(await refusal(as('top').products.list({ after: 'x' }))).toMatchObject({ code: 'invalidInput' })
})

test('prices hold from a day on, belong to tier 1, and stay once they held', async () => {
  const productId = await newProduct()
  const today = await todayAt(productId)
  const price = { productId, currency: 'chf', amount: '4.50' }
  await as('top').products.prices.add({ ...price, validFrom: addDays(today, -30) })
  await as('top').products.prices.add({ ...price, amount: '4.80', validFrom: today })
  const { priceId } = await as('top').products.prices.add({ ...price, amount: '5', validFrom: addDays(today, 1) })
  const rows = await as('top').products.prices.list({ productId })
  expect(rows.map(({ minor, state }) => [minor, state])).toEqual([
    ['500', 'coming'],
    ['480', 'current'],
    ['450', 'past'],
  ])
  const twice = await refusal(as('top').products.prices.add({ ...price, validFrom: today }))
  expect(twice).toMatchObject({ code: 'priceTaken', field: 'validFrom' })
  const bad = await refusal(
    as('top').products.prices.add({ productId, currency: 'xxq', amount: '1.234', validFrom: today }),
  )
  expect(bad.issues?.map(({ path }) => path)).toEqual(['currency'])
  const digits = await refusal(
    as('top').products.prices.add({ productId, currency: 'JPY', amount: '1.5', validFrom: today }),
  )
  expect(digits.issues).toMatchObject([{ path: 'amount', code: 'amount' }])
  await as('top').products.prices.remove({ priceId })
  const [, held] = rows
  expect(await refusal(as('top').products.prices.remove({ priceId: held?.id ?? '' }))).toMatchObject({
    code: 'priceInForce',
  })
  expect(await refusal(as('msp').products.prices.list({ productId }))).toMatchObject({ code: 'notAllowed' })
  expect(JSON.stringify(await as('msp').products.list({}))).not.toMatch(/minor|price/i)
})

test('a change of a suite locks every plan of it, partners’ too', async () => {
  const suite = await newProduct({ kind: 'suite' })
  const parts = [await newProduct({ name: 'Part A' }), await newProduct({ name: 'Part B' })]
  const on = await todayAt(suite)
  for (const componentId of parts) await as('top').products.addComponent({ productId: suite, componentId, on })
  const made = await asSystem((tx) =>
    tx.servicePlan.create({
      data: {
        scope: world.one.msp.scope,
        name: 'Of a suite',
        productScope: world.one.top.scope,
        productId: suite,
        version: 'full',
        initialMonths: 12,
        noticeDays: 60,
        graceDays: 30,
      },
    }),
  )
  const [first = '', second = ''] = parts
  expect(await as('top').products.removeComponent({ productId: suite, componentId: first, on })).toEqual({
    plansLocked: 1,
  })
  expect(await as('msp').plans.get({ planId: made.id })).toMatchObject({ locked: true, states: ['locked', 'enabled'] })
  const change = (componentId: string, day = on) => ({ productId: suite, componentId, on: day })
  const last = await refusal(as('top').products.removeComponent(change(second)))
  expect(last).toMatchObject({ code: 'lastComponent' })
  const twice = await refusal(as('top').products.addComponent(change(second)))
  expect(twice).toMatchObject({ code: 'componentTwice', field: 'componentId' })
  const nested = await refusal(as('top').products.addComponent(change(suite)))
  expect(nested).toMatchObject({ code: 'suiteInSuite', field: 'componentId' })
  const early = await refusal(as('top').products.addComponent(change(first, addDays(on, 1))))
  expect(early).toMatchObject({ code: 'dayInFuture', field: 'on' })
  expect(await refusal(as('msp').products.addComponent(change(first)))).toMatchObject({ code: 'notAllowed' })
})
