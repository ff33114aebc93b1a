import { expect, test } from 'vitest'
import {
  fitsProduct,
  mayApprove,
  mayEdit,
  mayIssue,
  mayOfferTrial,
  maySwitch,
  NFR_TERMS,
  type Plan,
  type PlanProduct,
  type PlanTerms,
  planStates,
  settled,
} from './rules'

const TODAY = '2027-03-31'
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

const product = (rest: Partial<PlanProduct> = {}): PlanProduct => ({
  name: 'Worry-Free Business Security Services',
  kind: 'saas',
  family: 'worry-free',
  endOfSaleOn: null,
  endOfLifeOn: null,
  trialOffered: true,
  fullOffered: true,
  nfrOffered: true,
  manageable: true,
  ...rest,
})

const terms = (rest: Partial<PlanTerms> = {}): PlanTerms => ({
  version: 'full',
  nfr: false,
  activationPolicy: 'immediately',
  managed: true,
  initialMonths: 12,
  autoRenew: true,
  renewMonths: 12,
  noticeDays: 60,
  graceDays: 30,
  trialForm: false,
  ...rest,
})

const trial = { version: 'trial' as const, initialMonths: 1, autoRenew: false }

test.each<[string, Partial<PlanTerms>, Partial<PlanProduct>]>([
  ['yes', {}, {}],
  ['yes', { ...trial, trialForm: true }, {}],
  ['versionNotOffered', {}, { fullOffered: false }],
  ['versionNotOffered', trial, { trialOffered: false }],
  ['trialMonths', { ...trial, initialMonths: 2 }, {}],
  ['trialAutoRenewal', { ...trial, autoRenew: true }, {}],
  ['trialFormOnly', { trialForm: true }, {}],
  ['notManageable', {}, { manageable: false }],
  ['yes', { managed: false }, { manageable: false }],
  ['onlySaasWaits', { activationPolicy: 'firstSignIn' }, { kind: 'software' }],
  ['onlySaasWaits', { activationPolicy: 'firstSignIn' }, { kind: 'suite' }],
  ['yes', { activationPolicy: 'firstSignIn' }, {}],
  ['nfrNotOffered', { nfr: true }, { nfrOffered: false }],
  ['nfrNotOffered', { ...trial, nfr: true }, {}],
  ['yes', settled(terms({ nfr: true })), {}],
])('%s: %j of %j', (code, rest, of) => {
  expect(codeOf(fitsProduct(terms(rest), product(of)))).toBe(code)
})

test('a not-for-resale plan leaves nothing to choose', () => {
  expect(settled(terms({ nfr: true, initialMonths: 66, noticeDays: 3, managed: true }))).toEqual({
    ...NFR_TERMS,
    managed: false,
  })
})

const plan = (rest: Partial<Plan> = {}, of: Partial<PlanProduct> = {}): Plan => ({
  ...terms(),
  id: 'plan',
  name: 'Plan',
  enabled: true,
  locked: false,
  granted: true,
  nfrTaken: false,
  productId: 'product',
  product: product(of),
  ...rest,
})

test.each([
  ['yes', {}, {}, 'yes', 'statusUnchanged', ['enabled']],
  ['planDisabled', { enabled: false }, {}, 'yes', 'yes', ['disabled']],
  ['planLocked', { locked: true }, {}, 'planLocked', 'statusUnchanged', ['locked', 'enabled']],
  ['endOfSale', {}, { endOfSaleOn: TODAY }, 'endOfSale', 'statusUnchanged', ['endOfSale', 'enabled']],
  ['endOfLife', { enabled: false }, { endOfLifeOn: TODAY }, 'endOfLife', 'endOfLife', ['endOfLife', 'disabled']],
  ['yes', { nfr: true }, {}, 'yes', 'statusUnchanged', ['enabled', 'nfr']],
] as const)('issue %s: %j %j; edit %s, enable %s, shown as %j', (issue, rest, of, edit, enable, states) => {
  const one = plan(rest, of)
  expect([codeOf(mayIssue(one, TODAY)), codeOf(mayEdit(one, TODAY)), codeOf(maySwitch(one, true, TODAY))]).toEqual([
    issue,
    edit,
    enable,
  ])
  expect(planStates(one, TODAY)).toEqual(states)
})

test('only locked plans have something to approve, only trial plans with a form are open', () => {
  expect(codeOf(mayApprove(plan()))).toBe('planNotLocked')
  expect(codeOf(mayApprove(plan({ locked: true })))).toBe('yes')
  expect(codeOf(mayOfferTrial(plan(), TODAY))).toBe('trialFormOnly')
  expect(codeOf(mayOfferTrial(plan({ ...trial, trialForm: true }), TODAY))).toBe('yes')
  expect(codeOf(mayOfferTrial(plan({ ...trial, trialForm: true, enabled: false }), TODAY))).toBe('planDisabled')
})
