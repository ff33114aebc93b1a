import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import type { NewPlanInput } from './schema'
import { dataCentre, newProduct, pool } from './testing'

let database: TestDatabase
let world: World
let saas: string
let centre: string
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  saas = await newProduct(world.one, { manageable: true, nfrOffered: true })
  centre = await dataCentre(world.one)
  for (const version of ['full', 'trial'] as const) await pool(world.one.msp, saas, version)
})
afterAll(() => database.drop())

const as = (place: keyof World['one'], channel: keyof World = 'one') => callerOf(world[channel][place].admin)

let numbers = 0
function wish(rest: Partial<NewPlanInput> = {}): NewPlanInput {
  numbers += 1
  return {
    name: `Plan ${numbers}`,
    productId: saas,
    version: 'full',
    nfr: false,
    trialForm: false,
    activationPolicy: 'immediately',
    managed: false,
    initialMonths: 12,
    autoRenew: true,
    renewMonths: 12,
    noticeDays: 60,
    graceDays: 30,
    dataCentres: { [saas]: centre },
    ...rest,
  }
}
const TRIAL = { version: 'trial', initialMonths: 1, autoRenew: false, noticeDays: 14, graceDays: 0 } as const
const made = async (rest: Partial<NewPlanInput> = {}, place: keyof World['one'] = 'msp') =>
  (await as(place).plans.create(wish(rest))).planId
const settingsOf = async (planId: string) => {
  const { revision, dataCentres, ...plan } = await as('msp').plans.get({ planId })
  return {
    revision,
    settings: { ...plan, dataCentres: Object.fromEntries(dataCentres.map((one) => [one.productId, one.dataCentreId])) },
  }
}

test('a plan keeps every setting, and shows them to its company', async () => {
  const planId = await made({
    activationPolicy: 'firstSignIn',
    managed: true,
    initialMonths: 24,
    renewMonths: 6,
    noticeDays: 30,
    graceDays: 10,
  })
  expect(await as('msp').plans.get({ planId })).toMatchObject({
    activationPolicy: 'firstSignIn',
    managed: true,
    initialMonths: 24,
    autoRenew: true,
    renewMonths: 6,
    noticeDays: 30,
    graceDays: 10,
    enabled: true,
    isOwn: true,
    states: ['enabled'],
    trialUrl: null,
    dataCentres: [{ productId: saas, dataCentreId: centre }],
  })
  const [entry] = await asSystem((tx) => tx.logEntry.findMany({ where: { targetId: planId } }))
  expect(entry).toMatchObject({ action: 'plan.create', after: { initialMonths: 24 } })
})

test('the free licence fixes every setting but the name', async () => {
  const planId = await made({ nfr: true, initialMonths: 66, noticeDays: 3, managed: true })
  expect(await as('msp').plans.get({ planId })).toMatchObject({
    initialMonths: 12,
    noticeDays: 0,
    managed: false,
    states: ['enabled', 'nfr'],
  })
})

test.each<[Partial<NewPlanInput>, string, string]>([
  [{ ...TRIAL, initialMonths: 2 }, 'trialMonths', 'initialMonths'],
  [{ ...TRIAL, autoRenew: true }, 'trialAutoRenewal', 'autoRenew'],
  [{ trialForm: true }, 'trialFormOnly', 'trialForm'],
  [{ ...TRIAL, nfr: true }, 'nfrNotOffered', 'nfr'],
  [{ productId: crypto.randomUUID() }, 'notFound', 'productId'],
])('%j is refused with %s at %s', async (rest, code, field) => {
  expect(await refusal(as('msp').plans.create(wish(rest)))).toMatchObject({ code, field })
})

test('figures outside their range are refused at their fields', async () => {
  const bad = await refusal(
    as('msp').plans.create(wish({ name: '', initialMonths: 67, renewMonths: 0, noticeDays: 366, graceDays: 1.5 })),
  )
  expect(bad.issues?.map(({ path, code }) => [path, code])).toEqual([
    ['name', 'required'],
    ['initialMonths', 'tooLarge'],
    ['renewMonths', 'tooSmall'],
    ['noticeDays', 'tooLarge'],
    ['graceDays', 'wholeNumber'],
  ])
})

test('a name is taken once per company, whatever its case', async () => {
  await made({ name: 'Gold' })
  expect(await refusal(as('msp').plans.create(wish({ name: 'GOLD' })))).toMatchObject({
    code: 'planNameTaken',
    field: 'name',
  })
  const two = await Promise.allSettled([made({ name: 'Silver' }), made({ name: 'silver' })])
  expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  await made({ name: 'Gold' }, 'top')
})

test('a SaaS plan names a data centre that is open; one that closes later stays with the plan', async () => {
  const field = `dataCentres.${saas}`
  expect(await refusal(as('msp').plans.create(wish({ dataCentres: {} })))).toMatchObject({
    code: 'dataCentreMissing',
    field,
  })
  const closing = await dataCentre(world.one)
  const planId = await made({ dataCentres: { [saas]: closing } })
  await sql(database.superuserUrl, 'update data_centre set enabled = false where id = $1', [closing])
  expect(await refusal(as('msp').plans.create(wish({ dataCentres: { [saas]: closing } })))).toMatchObject({
    code: 'dataCentreClosed',
    field,
  })
  const { revision, settings } = await settingsOf(planId)
  await as('msp').plans.update({ planId, revision, settings: { ...settings, name: 'Still there' } })
  const foreign = await dataCentre(world.two)
  expect(await refusal(as('msp').plans.create(wish({ dataCentres: { [saas]: foreign } })))).toMatchObject({ field })
})

test('an MSP makes plans of what it may sell only', async () => {
  const productId = await newProduct(world.one, { kind: 'software' })
  const rest = { productId, dataCentres: {} }
  expect(await refusal(as('msp').plans.create(wish(rest)))).toMatchObject({ code: 'notAllocated', field: 'productId' })
  await pool(world.one.msp, productId, 'trial')
  expect(await refusal(as('msp').plans.create(wish(rest)))).toMatchObject({ code: 'notAllocated', field: 'version' })
  await made({ ...rest, ...TRIAL })
  await made(rest, 'top')
  const offered = (await as('msp').plans.options()).products.find(({ id }) => id === productId)
  expect(offered?.versions).toEqual(['trial'])
})

test('of two who edit the same plan, the second is told and overwrites nothing', async () => {
  const planId = await made()
  const { revision, settings } = await settingsOf(planId)
  const change = (graceDays: number) =>
    as('msp').plans.update({ planId, revision, settings: { ...settings, graceDays } })
  const answers = await Promise.allSettled([change(1), change(2)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await refusal(change(3))).toMatchObject({ code: 'changedMeanwhile' })
})

test('product, version and NFR stay as they are, whatever an edit says', async () => {
  const planId = await made({ ...TRIAL, trialForm: true })
  const { revision, settings } = await settingsOf(planId)
  await as('msp').plans.update({ planId, revision, settings: { ...settings, ...{ version: 'full', nfr: true } } })
  const plan = await as('msp').plans.get({ planId })
  expect(plan).toMatchObject({ version: 'trial', nfr: false, trialUrl: expect.stringMatching(`/trial/${planId}$`) })
})

test('a plan is copied with its settings, disabled without touching customers, and enabled again', async () => {
  const planId = await made({ initialMonths: 36 })
  const copy = await as('msp').plans.duplicate({ planId, name: 'A copy' })
  expect(await as('msp').plans.get(copy)).toMatchObject({ name: 'A copy', initialMonths: 36, customers: 0 })
  await as('msp').plans.switchTo({ planId, enabled: false })
  expect(await refusal(as('msp').plans.switchTo({ planId, enabled: false }))).toMatchObject({ code: 'statusUnchanged' })
  expect((await as('msp').plans.get({ planId })).states).toEqual(['disabled'])
  await as('msp').plans.switchTo({ planId, enabled: true })
})

test('at the end of sale a plan can be opened, not changed or copied; at the end of life it leaves the list', async () => {
  const productId = await newProduct(world.one, { kind: 'software' })
  await pool(world.one.msp, productId, 'full')
  const planId = await made({ productId, dataCentres: {} })
  const set = (column: string) =>
    sql(database.superuserUrl, `update product set ${column} = '2020-01-01' where id = $1`, [productId])
  const { revision, settings } = await settingsOf(planId)
  const listed = async (filter = {}) =>
    (await as('msp').plans.list({ filter: { productId, ...filter } })).rows.map(({ id }) => id)
  await set('end_of_sale_on')
  expect((await as('msp').plans.get({ planId })).states).toEqual(['endOfSale', 'enabled'])
  expect(await listed({ state: ['endOfSale'] })).toEqual([planId])
  for (const call of [
    () => as('msp').plans.update({ planId, revision, settings }),
    () => as('msp').plans.duplicate({ planId, name: 'x' }),
    () => as('msp').plans.create(wish({ productId, dataCentres: {} })),
  ])
    expect(await refusal(call())).toMatchObject({ code: 'endOfSale' })
  await set('end_of_life_on')
  expect(await listed()).toEqual([])
  expect(await listed({ state: ['endOfLife'] })).toEqual([planId])
})

test('each company sees its own plans; tier 1 those of its partners too, and cannot change them', async () => {
  const planId = await made({ name: 'Only here' })
  const q = { q: 'only here' }
  expect((await as('msp').plans.list({ filter: q })).rows).toHaveLength(1)
  expect((await as('top').plans.list({ filter: q })).rows).toHaveLength(0)
  expect((await as('top').plans.list({ filter: { ...q, owner: 'partners' } })).rows).toMatchObject([
    { id: planId, isOwn: false, ownerName: world.one.msp.name },
  ])
  const { revision, settings } = await settingsOf(planId)
  const nobody = { code: 'notFound' }
  expect(await refusal(as('top').plans.update({ planId, revision, settings }))).toMatchObject(nobody)
  for (const other of [as('sibling'), as('top', 'two'), as('reseller')])
    expect(await refusal(other.plans.get({ planId }))).toMatchObject(nobody)
  const mine = await made({}, 'top')
  expect(await refusal(as('msp').plans.get({ planId: mine }))).toMatchObject(nobody)
})

test('pages go there and back, in every order', async () => {
  for (const sort of ['name', 'product', 'customers', 'created'] as const) {
    const every = await as('msp').plans.list({ sort, limit: 200 })
    const first = await as('msp').plans.list({ sort, limit: 2 })
    const second = await as('msp').plans.list({ sort, limit: 2, after: first.after ?? '' })
    const back = await as('msp').plans.list({ sort, limit: 2, before: second.before ?? '' })
    expect([...first.rows, ...second.rows]).toEqual(every.rows.slice(0, 4))
    expect(back.rows).toEqual(first.rows)
    expect(await as('msp').plans.count({})).toBe(every.rows.length)
  }
})
