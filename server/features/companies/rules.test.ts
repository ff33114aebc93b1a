import { expect, test } from 'vitest'
import type { CompanyStatus } from '@/server/access/decide'
import { COMPANY_KINDS, type CompanyKind } from '@/server/access/privileges'
import { mayBecome, mayChangeBelow, mayCreateBelow } from './rules'

const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

const BELOW: Record<CompanyKind, readonly CompanyKind[]> = {
  distributor: ['msp', 'reseller', 'customer'],
  isp: ['msp', 'reseller', 'customer'],
  msp: ['customer'],
  reseller: ['customer'],
  customer: [],
}

test('who may be created below whom', () => {
  for (const parent of COMPANY_KINDS) {
    const allowed = COMPANY_KINDS.filter((kind) => mayCreateBelow(parent, kind).ok)
    expect(allowed, parent).toEqual(BELOW[parent])
  }
})

test.each<[CompanyKind, CompanyStatus, CompanyStatus, string]>([
  ['msp', 'active', 'suspended', 'yes'],
  ['msp', 'suspended', 'active', 'yes'],
  ['reseller', 'active', 'cancelled', 'yes'],
  ['reseller', 'suspended', 'cancelled', 'yes'],
  ['msp', 'active', 'active', 'statusUnchanged'],
  ['msp', 'cancelled', 'active', 'cancelledFinal'],
  ['msp', 'cancelled', 'suspended', 'cancelledFinal'],
  ['msp', 'active', 'disabled', 'wrongKind'],
  ['customer', 'enabled', 'disabled', 'yes'],
  ['customer', 'disabled', 'enabled', 'yes'],
  ['customer', 'enabled', 'enabled', 'statusUnchanged'],
  ['customer', 'enabled', 'cancelled', 'wrongKind'],
  ['distributor', 'active', 'suspended', 'wrongKind'],
])('%s: %s → %s: %s', (kind, status, to, answer) => {
  expect(codeOf(mayBecome({ kind, status }, to))).toBe(answer)
})

test('below a suspended or cancelled partner nothing is changed from above', () => {
  expect(codeOf(mayChangeBelow({ kind: 'msp', status: 'active' }))).toBe('yes')
  expect(codeOf(mayChangeBelow({ kind: 'msp', status: 'suspended' }))).toBe('targetSuspended')
  expect(codeOf(mayChangeBelow({ kind: 'reseller', status: 'cancelled' }))).toBe('targetCancelled')
})
