import { expect, test } from 'vitest'
import { claim, mayAllocate, type Pool } from './allocation-rules'
import { isLifeInOrder, mayAddComponent, mayBeSold, mayRemoveComponent } from './rules'

const TODAY = '2027-03-31'
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test.each([
  [null, null, 'yes'],
  ['2027-04-01', null, 'yes'],
  [TODAY, null, 'endOfSale'],
  ['2026-01-01', '2028-01-01', 'endOfSale'],
  ['2026-01-01', TODAY, 'endOfLife'],
  [null, '2027-01-01', 'endOfLife'],
])('end of sale %s, of life %s: %s', (endOfSaleOn, endOfLifeOn, code) => {
  expect(codeOf(mayBeSold({ endOfSaleOn, endOfLifeOn }, TODAY))).toBe(code)
})

test('life does not end before sale', () => {
  expect(codeOf(isLifeInOrder({ endOfSaleOn: '2027-02-01', endOfLifeOn: '2027-01-31' }))).toBe('lifeBeforeSale')
  expect(codeOf(isLifeInOrder({ endOfSaleOn: '2027-02-01', endOfLifeOn: '2027-02-01' }))).toBe('yes')
})

test('a suite has each component once, never another suite, and keeps one', () => {
  const suite = {
    kind: 'suite' as const,
    components: [
      { productId: 'a', addedOn: '2026-01-01', removedOn: null },
      { productId: 'b', addedOn: '2026-01-01', removedOn: TODAY },
    ],
  }
  expect(codeOf(mayAddComponent(suite, { id: 'a', kind: 'saas' }, TODAY))).toBe('componentTwice')
  expect(codeOf(mayAddComponent(suite, { id: 'b', kind: 'saas' }, TODAY))).toBe('yes')
  expect(codeOf(mayAddComponent(suite, { id: 'c', kind: 'suite' }, TODAY))).toBe('suiteInSuite')
  expect(codeOf(mayAddComponent({ ...suite, kind: 'saas' }, { id: 'c', kind: 'saas' }, TODAY))).toBe('notSuite')
  expect(codeOf(mayRemoveComponent(suite, 'a', TODAY))).toBe('lastComponent')
  expect(codeOf(mayRemoveComponent(suite, 'b', TODAY))).toBe('notFound')
})

const pool = (rest: Partial<Pool> = {}): Pool => ({
  partner: 'Nordwind',
  allocated: 100,
  provisioned: 90,
  refill: false,
  disabled: false,
  ...rest,
})

test('a pool gives what it holds and no unit more', () => {
  expect(claim(pool(), 10, '')).toMatchObject({ ok: true, value: { provisioned: 100, allocated: 100 } })
  expect(claim(pool(), 11, '')).toEqual({
    ok: false,
    code: 'poolExceeded',
    params: { units: 11, available: 10, allocated: 100 },
  })
  expect(claim(null, 1, 'Nordwind')).toEqual({ ok: false, code: 'notAllocated', params: { partner: 'Nordwind' } })
})

test('with refill the excess becomes new allocation', () => {
  expect(claim(pool({ refill: true }), 25, '')).toMatchObject({ ok: true, value: { provisioned: 115, allocated: 115 } })
})

test('a disabled allocation gives nothing new and takes back', () => {
  expect(codeOf(claim(pool({ disabled: true }), 1, ''))).toBe('allocationDisabled')
  expect(claim(pool({ disabled: true }), -40, '')).toMatchObject({ ok: true, value: { provisioned: 50 } })
})

test('an allocation never falls below what is provisioned', () => {
  expect(mayAllocate(pool(), 89)).toEqual({ ok: false, code: 'belowProvisioned', params: { provisioned: 90 } })
  expect(mayAllocate(pool(), 90).ok).toBe(true)
})
