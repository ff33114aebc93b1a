import { expect, test } from 'vitest'
import type { CompanyStatus } from '@/server/access/decide'
import type { Decision } from '@/server/lib/result'
import { type BulkKind, type CustomerState, effectOf, mayDelete, mustMatchName, retag } from './rules'

const codeOf = (decision: Decision<unknown>) => (decision.ok ? 'yes' : decision.code)

const customer = (over: Partial<CustomerState> = {}): CustomerState => ({
  status: 'enabled',
  portal: 'clp',
  tags: [],
  products: [],
  manager: { kind: 'msp', status: 'active' },
  ...over,
})

test.each<['lmp' | 'clp', string[], string]>([
  ['clp', [], 'yes'],
  ['clp', ['Worry-Free'], 'productsLeft'],
  ['lmp', [], 'notClp'],
  ['lmp', ['Worry-Free'], 'notClp'],
])('deleting a customer of %s with %j: %s', (portal, products, answer) => {
  expect(codeOf(mayDelete({ portal, products }))).toBe(answer)
})

test('the refusal names what is left', () => {
  expect(mayDelete({ portal: 'clp', products: ['Cloud Edge', 'Worry-Free'] })).toMatchObject({
    params: { products: 'Cloud Edge, Worry-Free' },
  })
})

test.each([
  ['Nordwind IT', 'yes'],
  ['  Nordwind   IT ', 'yes'],
  ['nordwind it', 'nameMismatch'],
  ['', 'nameMismatch'],
])('%j typed for “Nordwind IT”: %s', (typed, answer) => {
  expect(codeOf(mustMatchName(typed, 'Nordwind IT'))).toBe(answer)
})

test('a name in another Unicode form is the same name', () => {
  expect(mustMatchName('Kuke\u0308s', 'Kukës').ok).toBe(true)
})

test.each<[BulkKind, CompanyStatus, string]>([
  ['customerDisable', 'enabled', 'yes'],
  ['customerDisable', 'disabled', 'statusUnchanged'],
  ['customerEnable', 'disabled', 'yes'],
  ['customerEnable', 'enabled', 'statusUnchanged'],
  ['customerDelete', 'enabled', 'yes'],
  ['customerDelete', 'disabled', 'yes'],
])('%s on one that is %s: %s', (kind, status, answer) => {
  if (kind === 'customerTag') return
  expect(codeOf(effectOf({ kind }, customer({ status })))).toBe(answer)
})

test('below a suspended or cancelled partner every change is refused first', () => {
  for (const kind of ['customerDisable', 'customerEnable', 'customerDelete'] as const) {
    expect(codeOf(effectOf({ kind }, customer({ manager: { kind: 'msp', status: 'suspended' } })))).toBe(
      'targetSuspended',
    )
    expect(codeOf(effectOf({ kind }, customer({ manager: { kind: 'msp', status: 'cancelled' } })))).toBe(
      'targetCancelled',
    )
  }
})

test.each<[string[], string[], string[], string[] | string]>([
  [['a'], ['b'], [], ['a', 'b']],
  [['a', 'b'], [], ['a'], ['b']],
  [['a'], ['a'], [], 'tagsUnchanged'],
  [['a'], [], ['z'], 'tagsUnchanged'],
  [['a'], ['b'], ['b'], 'tagsUnchanged'],
  [Array.from({ length: 20 }, (_, i) => `t${i}`), ['b'], [], 'tooManyTags'],
  [
    Array.from({ length: 20 }, (_, i) => `t${i}`),
    ['b'],
    ['t0'],
    [...Array.from({ length: 19 }, (_, i) => `t${i + 1}`), 'b'],
  ],
])('tags %j + %j − %j: %j', (tags, add, remove, expected) => {
  const result = retag(tags, { add, remove })
  expect(result.ok ? result.value : result.code).toEqual(expected)
})
