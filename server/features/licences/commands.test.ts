import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { addDays, addMonths } from '@/server/lib/period'
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
  saas = await product(world.one, { name: 'Mail Guard', manageable: true })
  yearly = await plan(world.one.msp, saas, { autoRenew: true })
  await allocate(world.one.msp, saas, 10_000)
  await allocate(world.one.msp, saas, 1_000, { version: 'trial' })
})
afterAll(() => database.drop())
beforeEach(() => letDaysPass(database, 0))

const as = (place: keyof World['one']) => callerOf(world.one[place].admin)
const aCustomer = async () => (await herd(world.one.msp, 1))[0]?.id ?? ''

async function sold(planId = yearly, units = 10) {
  const companyId = await aCustomer()
  await as('msp').licences.assign({ companyId, wishes: [{ planId, units }] })
  return licenceOf(companyId)
}

async function licenceOf(companyId: string) {
  const [licence] = await as('msp').licences.ofCustomer({ companyId })
  if (!licence) throw new Error('no licence')
  const { subscriptionId, revision } = licence
  return { companyId, licence, form: { companyId, subscriptionId, revision } }
}

const transactionsOf = (subscriptionId: string) =>
  asSystem((tx) => tx.customerTransaction.findMany({ where: { subscriptionId }, orderBy: { id: 'asc' } }))
const logged = (targetId: string) =>
  asSystem((tx) => tx.logEntry.findMany({ where: { targetId }, orderBy: { id: 'asc' } }))

test('assigning issues a licence, takes its units, counts for the customer, and is kept as transaction and log', async () => {
  const before = (await poolOf(world.one.msp, saas)).provisioned
  const { companyId, licence } = await sold()
  expect(licence).toMatchObject({
    status: 'active',
    severity: null,
    units: 10,
    startsOn: licence.today,
    endsOn: addMonths(licence.today, 12),
    planId: yearly,
    licences: [{ productName: 'Mail Guard', activationCode: null }],
    operations: {
      modify: { ok: true },
      renew: { ok: true },
      convert: { ok: false, code: 'licenceNotTrial' },
      resume: { ok: false, code: 'licenceNotSuspended' },
    },
  })
  expect((await poolOf(world.one.msp, saas)).provisioned).toBe(before + 10)
  const company = await asSystem((tx) => tx.company.findUniqueOrThrow({ where: { id: companyId } }))
  expect(company).toMatchObject({ productNames: ['Mail Guard'], unitsProvisioned: 10, planIds: [yearly] })
  expect(company.lastTransactionAt).not.toBeNull()
  expect(await transactionsOf(licence.subscriptionId)).toMatchObject([
    { type: 'newPurchase', unitsBefore: 0, unitsAfter: 10, source: 'console', productName: 'Mail Guard' },
  ])
  expect(await logged(licence.subscriptionId)).toMatchObject([{ action: 'licence.assign', targetType: 'licence' }])
})

test('a suite gives a licence of each present component; products that need codes get their own', async () => {
  const suite = await product(world.one, { kind: 'suite', name: 'Everything' })
  const [one, two, gone] = await Promise.all([
    product(world.one, { name: 'Part A', kind: 'software', needsCode: true }),
    product(world.one, { name: 'Part B' }),
    product(world.one, { name: 'Part C' }),
  ])
  const scope = world.one.top.scope
  await asSystem(
    (tx) =>
      tx.$executeRaw`insert into suite_component (scope, suite_id, product_id, added_on, removed_on) values
      (${scope}, ${suite}::uuid, ${one}::uuid, '2020-01-01', null), (${scope}, ${suite}::uuid, ${two}::uuid, '2020-01-01', null),
      (${scope}, ${suite}::uuid, ${gone}::uuid, '2020-01-01', '2021-01-01')`,
  )
  await allocate(world.one.msp, suite, 100)
  const { licence } = await sold(await plan(world.one.msp, suite))
  expect(licence.licences.map(({ productName }) => productName)).toEqual(['Part A', 'Part B'])
  expect(licence.licences[0]?.activationCode).toMatch(/^([0-9A-F]{4}-){4}[0-9A-F]{4}$/)
  expect(licence.licences[1]?.activationCode).toBeNull()
})

test('modify changes units and notice, and says what differs', async () => {
  const { form, companyId } = await sold()
  const { effect } = await as('msp').licences.modify({ ...form, changes: { units: 25, noticeDays: 60, managed: true } })
  expect(effect).toMatchObject({ before: { units: 10, managed: false }, after: { units: 25, managed: true } })
  const { licence } = await licenceOf(companyId)
  expect(licence).toMatchObject({ units: 25, managed: true, revision: 2 })
  expect(await transactionsOf(form.subscriptionId)).toMatchObject([
    {},
    { type: 'licenceChange', unitsBefore: 10, unitsAfter: 25 },
  ])
  expect((await refusal(as('msp').licences.modify({ ...form, changes: { units: 30 } }))).code).toBe('changedMeanwhile')
  const again = { ...form, revision: 2, changes: { units: 25 } }
  expect((await refusal(as('msp').licences.modify(again))).code).toBe('nothingChanges')
  const beyond = { ...form, revision: 2, changes: { units: 999_999 } }
  expect((await refusal(as('msp').licences.modify(beyond))).code).toBe('poolExceeded')
})

test('renewing extends the term and keeps the period', async () => {
  const { form, licence, companyId } = await sold()
  await as('msp').licences.renew({ ...form, months: 6 })
  expect((await licenceOf(companyId)).licence).toMatchObject({
    startsOn: licence.startsOn,
    endsOn: addMonths(licence.today, 18),
  })
  const periods = await asSystem(
    (tx) =>
      tx.$queryRaw`select starts_on::text as "from", ends_on::text as to from subscription_period
      where subscription_id = ${form.subscriptionId}::uuid order by 1`,
  )
  expect(periods).toEqual([
    { from: licence.startsOn, to: licence.endsOn },
    { from: licence.endsOn, to: addMonths(licence.today, 18) },
  ])
})

test('renewing at the end of grace takes the units back from the pool, if they are there', async () => {
  const small = await product(world.one)
  await allocate(world.one.msp, small, 10)
  const planId = await plan(world.one.msp, small, { initialMonths: 1, graceDays: 0 })
  const { form, licence } = await sold(planId)
  await letDaysPass(database, 60)
  await asSystem((tx) => tx.$queryRaw`select roll_licences(1000)`)
  expect((await poolOf(world.one.msp, small)).provisioned).toBe(0)
  await sold(planId, 3)
  expect(await refusal(as('msp').licences.renew(form))).toMatchObject({
    code: 'poolExceeded',
    params: { units: 10, available: 7, allocated: 10 },
  })
  await as('msp').licences.ofCustomer({ companyId: form.companyId })
  expect(licence.units).toBe(10)
})

test('a plan changes within its family only, taking the units of the other product', async () => {
  const [light, strong, other] = await Promise.all([
    product(world.one, { family: 'guard' }),
    product(world.one, { family: 'guard', needsCode: true }),
    product(world.one, { family: 'else' }),
  ])
  for (const id of [light, strong, other]) await allocate(world.one.msp, id, 50)
  const planIds = await Promise.all([light, strong, other].map((id) => plan(world.one.msp, id)))
  const { form, companyId } = await sold(planIds[0])
  expect((await refusal(as('msp').licences.changePlan({ ...form, planId: planIds[2] ?? '' }))).code).toBe('otherFamily')
  await as('msp').licences.changePlan({ ...form, planId: planIds[1] ?? '' })
  const { licence } = await licenceOf(companyId)
  expect(licence).toMatchObject({ planId: planIds[1], productId: strong, licences: [{ productId: strong }] })
  expect(licence.licences[0]?.activationCode).not.toBeNull()
  expect((await poolOf(world.one.msp, light)).provisioned).toBe(0)
  expect((await poolOf(world.one.msp, strong)).provisioned).toBe(10)
})

test('a trial converts to a full licence and keeps its activation code', async () => {
  const software = await product(world.one, { kind: 'software', needsCode: true })
  await allocate(world.one.msp, software, 100)
  await allocate(world.one.msp, software, 100, { version: 'trial' })
  const trial = await plan(world.one.msp, software, { version: 'trial' })
  const full = await plan(world.one.msp, software)
  const { form, companyId, licence } = await sold(trial)
  expect((await refusal(as('msp').licences.renew(form))).code).toBe('licenceIsTrial')
  await as('msp').licences.convert({ ...form, planId: full, units: 20 })
  const after = (await licenceOf(companyId)).licence
  expect(after).toMatchObject({ version: 'full', units: 20, endsOn: addMonths(licence.today, 12) })
  expect(after.licences[0]?.activationCode).toBe(licence.licences[0]?.activationCode)
  expect((await transactionsOf(form.subscriptionId)).map(({ type }) => type)).toEqual(['newPurchase', 'conversion'])
})

test('suspend ends the term, resume brings it back, cancel is final', async () => {
  const { form, licence, companyId } = await sold()
  await as('msp').licences.suspend(form)
  expect((await licenceOf(companyId)).licence).toMatchObject({
    status: 'suspended',
    severity: 'action',
    autoRenew: false,
  })
  expect((await refusal(as('msp').licences.modify({ ...form, revision: 2, changes: { units: 3 } }))).code).toBe(
    'licenceSuspended',
  )
  await as('msp').licences.resume({ ...form, revision: 2 })
  expect((await licenceOf(companyId)).licence).toMatchObject({
    status: 'active',
    endsOn: licence.endsOn,
    autoRenew: true,
  })
  await as('msp').licences.cancel({ ...form, revision: 3 })
  expect((await licenceOf(companyId)).licence).toMatchObject({ status: 'cancelled', severity: null })
  expect((await refusal(as('msp').licences.resume({ ...form, revision: 4 }))).code).toBe('licenceCancelled')
  const types = (await transactionsOf(form.subscriptionId)).map(({ type, unitsAfter }) => [type, unitsAfter])
  expect(types).toEqual([
    ['newPurchase', 10],
    ['licenceChange', 10],
    ['licenceChange', 10],
    ['discontinued', 0],
  ])
})

test('a licence that awaits the first sign-in begins when it is activated', async () => {
  const { form, companyId } = await sold(
    await plan(world.one.msp, saas, { activationPolicy: 'firstSignIn', initialMonths: 2 }),
  )
  await letDaysPass(database, 40)
  const waiting = (await licenceOf(companyId)).licence
  expect(waiting.status).toBe('awaitingSignIn')
  await as('msp').licences.activate(form)
  expect((await licenceOf(companyId)).licence).toMatchObject({
    startsOn: waiting.today,
    endsOn: addMonths(waiting.today, 2),
    chargeFromOn: addDays(waiting.today, -40),
  })
})

test('removing takes everything away, and then the customer can be deleted', async () => {
  const { id: companyId, name } = world.one.clpCustomer
  const second = await product(world.one, { name: 'Second' })
  await allocate(world.one.msp, second, 10)
  const wishes = [yearly, await plan(world.one.msp, second)].map((planId) => ({ planId, units: 1 }))
  await as('msp').licences.assign({ companyId, wishes })
  expect(await refusal(as('msp').customers.delete({ companyId, name }))).toMatchObject({
    code: 'productsLeft',
    params: { products: 'Mail Guard, Second' },
  })
  expect(await as('msp').licences.remove({ companyId })).toEqual({ removed: 2 })
  await as('msp').customers.delete({ companyId, name })
})

test('assigning what the customer has changes it, or adds another of a software product', async () => {
  const { companyId } = await sold()
  await as('msp').licences.assign({ companyId, wishes: [{ planId: yearly, units: 4 }] })
  expect(await as('msp').licences.ofCustomer({ companyId })).toMatchObject([{ units: 4 }])
  const add = { companyId, wishes: [{ planId: yearly, units: 4, existing: 'add' as const }] }
  expect((await refusal(as('msp').licences.assign(add))).code).toBe('secondAgents')
})

test('several plans are assigned together or not at all', async () => {
  const companyId = await aCustomer()
  const second = await product(world.one)
  const wishes = [yearly, await plan(world.one.msp, second)].map((planId) => ({ planId, units: 1 }))
  expect((await refusal(as('msp').licences.assign({ companyId, wishes }))).code).toBe('notAllocated')
  expect(await as('msp').licences.ofCustomer({ companyId })).toEqual([])
})

test('plans of others do not exist; a reseller sells what it was given, without a pool', async () => {
  const { reseller, resellerCustomer } = world.one
  const wishes = [{ planId: yearly, units: 1 }]
  const companyId = resellerCustomer.id
  expect((await refusal(as('reseller').licences.assign({ companyId, wishes }))).code).toBe('notFound')
  const ready = await plan(world.one.top, saas)
  expect(
    (await refusal(as('reseller').licences.assign({ companyId, wishes: [{ planId: ready, units: 1 }] }))).code,
  ).toBe('planNotGranted')
  await asSystem(
    (tx) =>
      tx.$executeRaw`insert into plan_grant (scope, plan_scope, plan_id) values (${reseller.scope}, ${world.one.top.scope}, ${ready}::uuid)`,
  )
  await as('reseller').licences.assign({ companyId, wishes: [{ planId: ready, units: 5_000 }] })
  expect(await as('resellerCustomer').licences.ofCustomer({})).toContainEqual(
    expect.objectContaining({ units: 5_000, operations: null }),
  )
})

test('history tells every state with who made it; any past day can be read back', async () => {
  const { form, companyId, licence } = await sold()
  await letDaysPass(database, 10)
  await as('msp').licences.modify({ ...form, changes: { units: 12 } })
  const history = await as('msp').licences.history(form)
  const name = `${world.one.msp.mark} ${world.one.msp.mark}`
  expect(history).toMatchObject([
    { revision: 2, units: 12, validTo: null, type: 'licenceChange', madeBy: name, source: 'console' },
    { revision: 1, units: 10, type: 'newPurchase' },
  ])
  const asOf = (days: number) => as('msp').licences.asOf({ companyId, day: addDays(licence.today, days) })
  expect(await asOf(-1)).toEqual([])
  expect(await asOf(0)).toMatchObject([{ units: 10, status: 'active' }])
  expect(await asOf(9)).toMatchObject([{ units: 10 }])
  expect(await asOf(10)).toMatchObject([{ units: 12 }])
  expect((await refusal(asOf(11))).code).toBe('dayInFuture')
})

test('a disabled customer loses nothing: its licences count as expired and come back', async () => {
  const { companyId, form } = await sold()
  await as('msp').customers.setStatus({ companyId, to: 'disabled' })
  expect((await licenceOf(companyId)).licence.status).toBe('expired')
  expect((await refusal(as('msp').licences.renew(form))).code).toBe('customerDisabled')
  await as('msp').customers.setStatus({ companyId, to: 'enabled' })
  expect((await licenceOf(companyId)).licence.status).toBe('active')
})

test('whoever speaks for the customer is told what changed, in their language, unless it was asked not to', async () => {
  const { id: companyId, scope, admin } = world.one.secondCustomer
  const software = await product(world.one, { name: 'Deep Guard', kind: 'software', needsCode: true })
  await allocate(world.one.msp, software, 100)
  const planId = await plan(world.one.msp, software)
  const mails = () =>
    asSystem((tx) => tx.mail.findMany({ where: { scope, kind: { startsWith: 'licence' } }, orderBy: { id: 'asc' } }))
  const before = (await mails()).length
  const told = async () => (await mails()).slice(before)
  await as('msp').licences.assign({ companyId, wishes: [{ planId, units: 3 }] })
  expect(await told()).toMatchObject([
    { kind: 'licenceAdded', accountId: admin.id, props: { lines: [{ product: 'Deep Guard', units: 3 }] } },
  ])
  expect((await told())[0]?.sealed).not.toBeNull()
  const [licence] = (await as('msp').licences.ofCustomer({ companyId })).filter((one) => one.planId === planId)
  const form = { companyId, subscriptionId: licence?.subscriptionId ?? '', revision: 1 }
  await as('msp').licences.modify({ ...form, changes: { units: 4 } })
  await as('msp').licences.modify({ ...form, revision: 2, changes: { units: 5 }, sendMail: false })
  await as('msp').licences.cancel({ ...form, revision: 3 })
  expect((await told()).slice(1)).toMatchObject([
    {
      kind: 'licenceModified',
      props: { lines: [{ units: 4, changes: [{ what: 'units', before: '3', after: '4' }] }] },
    },
    { kind: 'licenceDiscontinued', props: { lines: [{ product: 'Deep Guard' }] } },
  ])
})
