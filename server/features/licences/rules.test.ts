import { expect, test } from 'vitest'
import type { Plan } from '@/server/features/plans/rules'
import type { Decision } from '@/server/lib/result'
import { offer } from './life-cycle/offers'
import { beginning, planOf } from './life-cycle/real'
import { assign, changePlan, convert, issued, NFR_UNITS } from './plan-rules'
import { modify, renew, retire } from './rules'
import { applied, type Licence, pooledUnits } from './state'
import { statusOf, usageSeverity } from './status'
import { cancel } from './switch-rules'

const TODAY = '2027-01-31'
const codeOf = (decision: Decision<unknown>) => (decision.ok ? 'yes' : decision.code)

const planFor = (rest: Partial<Plan> = {}, of: Partial<Plan['product']> = {}): Plan => {
  const plan = planOf(beginning().real, offer('plan', {}))
  return { ...plan, ...rest, product: { ...plan.product, ...of } }
}

const manager = { name: 'Nordwind', kind: 'msp' as const, status: 'active' as const, managesRemotely: true }
const licenceFor = (plan: Plan, rest: Partial<Licence> = {}): Licence => ({
  ...issued(plan, { units: 10, startsOn: TODAY }),
  planLocked: false,
  product: plan.product,
  manager,
  ...rest,
})
const customer = (...subscriptions: Licence[]) => ({
  status: 'enabled' as const,
  manager,
  subscriptions: subscriptions.map((licence, i) => ({ ...licence, subscriptionId: `s${i}` })),
})

test('a year from 31 January: the worked example of each operation', () => {
  const licence = licenceFor(planFor())
  expect(renew(licence, {}, TODAY)).toEqual({
    ok: true,
    value: {
      transaction: 'licenceChange',
      mail: 'licenceModified',
      before: { endsOn: '2028-01-31' },
      after: { endsOn: '2029-01-31' },
      period: { startsOn: '2028-01-31', endsOn: '2029-01-31' },
    },
  })
  expect(renew(licence, { months: 1 }, TODAY)).toMatchObject({ value: { after: { endsOn: '2028-02-29' } } })
  expect(renew(licence, { months: 1 }, '2028-03-15')).toMatchObject({
    value: { after: { startsOn: '2028-03-15', endsOn: '2028-04-15', anchorDay: 15, chargeFromOn: '2028-03-15' } },
  })
  expect(modify(licence, { units: 12, endsOn: '2028-02-29' }, TODAY)).toMatchObject({
    value: { before: { units: 10, endsOn: '2028-01-31', anchorDay: 31 }, after: { units: 12, anchorDay: 29 } },
  })
  expect(cancel(licence, '2027-02-01')).toMatchObject({
    value: {
      transaction: 'discontinued',
      mail: 'licenceDiscontinued',
      after: { endsOn: '2027-02-01', cancelledOn: '2027-02-01' },
    },
  })
})

test.each([
  [0, 'unitsOutOfRange'],
  [-1, 'unitsOutOfRange'],
  [1_000_000, 'unitsOutOfRange'],
  [1.5, 'unitsOutOfRange'],
  [Number.NaN, 'unitsOutOfRange'],
  [Number.POSITIVE_INFINITY, 'unitsOutOfRange'],
  [999_999, 'yes'],
  [1, 'yes'],
])('%d units: %s', (units, code) => {
  expect(codeOf(assign(planFor(), customer(), { units }, TODAY))).toBe(code)
  expect(codeOf(modify(licenceFor(planFor()), { units }, TODAY))).toBe(code)
})

test.each([
  ['2027-01-30', 'startInPast'],
  ['0001-01-01', 'startInPast'],
  ['2028-01-31', 'yes'],
  ['2028-02-01', 'startTooFar'],
  ['9999-12-31', 'startTooFar'],
])('a licence that starts on %s: %s', (startsOn, code) => {
  expect(codeOf(assign(planFor(), customer(), { units: 1, startsOn }, TODAY))).toBe(code)
})

test('renewing reaches no further than ten years, and each end is named', () => {
  const licence = licenceFor(planFor(), { endsOn: '2036-01-31' })
  expect(renew(licence, { months: 12 }, TODAY).ok).toBe(true)
  expect(renew(licence, { months: 13 }, TODAY)).toEqual({
    ok: false,
    code: 'endTooFar',
    params: { latest: '2037-01-31' },
  })
  expect(codeOf(modify(licence, { endsOn: '9999-12-31' }, TODAY))).toBe('endTooFar')
})

test('a plan that was not given to the partner is refused with its name', () => {
  expect(assign(planFor({ granted: false }), customer(), { units: 1 }, TODAY)).toEqual({
    ok: false,
    code: 'planNotGranted',
    params: { partner: 'Nordwind' },
  })
})

test('a second plan of a product changes the first, or adds another for software only', () => {
  const saas = planFor()
  const has = customer(licenceFor(saas))
  expect(assign(saas, has, { units: 25 }, TODAY)).toMatchObject({
    value: { kind: 'change', subscriptionId: 's0', effect: { before: { units: 10 }, after: { units: 25 } } },
  })
  expect(assign(saas, has, { units: 25, existing: 'add' }, TODAY)).toMatchObject({ code: 'secondAgents' })
  const software = planFor({}, { kind: 'software' })
  const two = customer(licenceFor(software), licenceFor(software))
  expect(assign(software, two, { units: 25, existing: 'add' }, TODAY)).toMatchObject({ value: { kind: 'issue' } })
  expect(assign(software, two, { units: 25 }, TODAY)).toMatchObject({
    code: 'severalSubscriptions',
    params: { count: 2 },
  })
})

test('assigning a full plan converts the trial that is there', () => {
  const trial = licenceFor(planFor({ id: 'trial', version: 'trial', initialMonths: 1, autoRenew: false }))
  const decision = assign(planFor(), customer(trial), { units: 25 }, '2027-02-10')
  expect(decision).toMatchObject({
    value: {
      kind: 'change',
      effect: { transaction: 'conversion', after: { version: 'full', units: 25, startsOn: '2027-02-10' } },
    },
  })
})

test('a not-for-resale licence: one, of fixed units, from today', () => {
  const nfr = planFor({ nfr: true }, { nfrOffered: true })
  expect(assign(nfr, customer(), { units: 999 }, TODAY)).toMatchObject({ value: { state: { units: NFR_UNITS } } })
  expect(codeOf(assign(nfr, customer(), { units: 1, startsOn: '2027-02-01' }, TODAY))).toBe('nfrFixed')
  expect(codeOf(assign({ ...nfr, nfrTaken: true }, customer(), { units: 1 }, TODAY))).toBe('nfrTaken')
  const licence = licenceFor(nfr)
  expect(codeOf(modify(licence, { units: 26 }, TODAY))).toBe('nfrFixed')
  expect(codeOf(changePlan(licence, planFor({ id: 'other' }), TODAY))).toBe('nfrFixed')
})

test('remote management is for products that can be managed, and for partners whose parent set it up', () => {
  const idle = licenceFor(planFor({}, { manageable: true }), { managed: false })
  const without = { ...idle, manager: { ...manager, managesRemotely: false } }
  const code = (licence: Licence) => codeOf(modify(licence, { managed: true }, TODAY))
  expect(code(idle)).toBe('yes')
  expect(code(without)).toBe('remoteManagementOff')
  expect(code({ ...without, managed: true })).toBe('nothingChanges')
  expect(code({ ...idle, product: { ...idle.product, manageable: false } })).toBe('notManageable')
})

test('plans change within a family; a suite only within itself', () => {
  const licence = licenceFor(planFor())
  const to = (rest: Partial<Plan>, of: Partial<Plan['product']> = {}) =>
    codeOf(changePlan(licence, planFor({ id: 'b', ...rest }, of), TODAY))
  expect(to({ productId: 'wfbs-advanced' })).toBe('yes')
  expect(to({ productId: 'mail' }, { family: 'mail' })).toBe('otherFamily')
  expect(to({ productId: 'suite' }, { kind: 'suite' })).toBe('otherFamily')
  expect(to({ version: 'trial' })).toBe('planIsTrial')
  expect(to({}, { endOfSaleOn: TODAY })).toBe('endOfSale')
})

test('converting keeps to the product', () => {
  const trial = licenceFor(planFor({ id: 'trial', version: 'trial' }))
  expect(codeOf(convert(trial, planFor({ productId: 'mail' }), {}, TODAY))).toBe('otherProduct')
  expect(codeOf(convert(trial, planFor({ nfr: true }), {}, TODAY))).toBe('nfrFixed')
  expect(codeOf(convert(licenceFor(planFor()), planFor(), {}, TODAY))).toBe('licenceNotTrial')
})

test('at the end of life its licences end that day, also those that wait or are suspended', () => {
  const dying = { ...planFor().product, endOfLifeOn: '2027-06-01' }
  const licence = licenceFor(planFor(), { product: dying })
  expect(codeOf(retire(licence, '2027-05-31'))).toBe('termNotOver')
  expect(retire(licence, '2027-06-03')).toMatchObject({
    value: { transaction: 'discontinued', after: { endsOn: '2027-06-01', autoRenew: false } },
  })
  const waiting = retire({ ...licence, awaitingSignIn: true }, '2027-06-01')
  expect(waiting).toMatchObject({ value: { after: { awaitingSignIn: false } } })
  if (waiting.ok)
    expect(codeOf(retire({ ...applied({ ...licence, awaitingSignIn: true }, waiting.value) }, '2027-06-02'))).toBe(
      'nothingChanges',
    )
  expect(codeOf(renew(licence, {}, '2027-06-01'))).toBe('endOfLife')
  expect(codeOf(modify(licence, { units: 3 }, '2027-06-01'))).toBe('endOfLife')
})

test('units return to the pool when a licence is cancelled or its grace is over, not while its customer is disabled', () => {
  const licence = licenceFor(planFor())
  expect(pooledUnits(licence, TODAY)).toBe(10)
  expect(pooledUnits({ ...licence, enabled: false }, TODAY)).toBe(10)
  expect(pooledUnits(licence, '2028-02-29')).toBe(10)
  expect(pooledUnits(licence, '2028-03-01')).toBe(0)
  expect(pooledUnits({ ...licence, cancelledOn: TODAY }, TODAY)).toBe(0)
})

test('exceeded allocation warns above what is provisioned and asks for action above 110 %', () => {
  expect([10, 11, 12].map((used) => usageSeverity(used, 10, 'active'))).toEqual([null, 'warning', 'action'])
  expect([110, 111].map((used) => usageSeverity(used, 100, 'grace'))).toEqual(['warning', 'action'])
  expect(usageSeverity(50, 10, 'cancelled')).toBeNull()
})

test('a disabled customer counts as expired and comes back as it was', () => {
  const licence = licenceFor(planFor())
  expect(statusOf({ ...licence, enabled: false }, TODAY)).toBe('expired')
  expect(statusOf({ ...licence, enabled: false, suspendedEndsOn: '2028-01-31' }, TODAY)).toBe('expired')
  expect(statusOf(licence, TODAY)).toBe('active')
})
