import { describe, expect, test } from 'vitest'
import { COMPANY_KINDS, ROLES } from '@/server/access/privileges'
import { mayUsePassword } from './password-rules'
import { givableRoles, mayDelete, mayGiveRole, maySetEnabled, maySetRole, privilegesOf } from './rules'

const last = { id: 'a', role: 'administrator', enabled: true, isLastAdministrator: true } as const
const other = { id: 'b', role: 'supportManager', enabled: true, isLastAdministrator: false } as const
const administrator = { accountId: 'x', role: 'administrator' } as const

const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test('nobody gives a role that holds a privilege they would not hold themselves', () => {
  for (const kind of COMPANY_KINDS) {
    for (const giver of ROLES) {
      for (const role of givableRoles(giver, kind)) {
        const own = privilegesOf(kind, giver)
        expect(
          privilegesOf(kind, role).filter((privilege) => !own.includes(privilege)),
          `${giver} → ${role}`,
        ).toEqual([])
      }
    }
  }
})

test('an administrator gives every role, everybody at least their own', () => {
  for (const kind of COMPANY_KINDS) {
    expect(givableRoles('administrator', kind)).toEqual([...ROLES])
    for (const role of ROLES) expect(codeOf(mayGiveRole(role, role, kind))).toBe('yes')
  }
})

test('a customer account manager makes no administrators, here or below', () => {
  for (const kind of COMPANY_KINDS) {
    expect(codeOf(mayGiveRole('customerAccountManager', 'administrator', kind))).toBe('roleAboveOwn')
  }
})

test('nobody changes their own role, not even downwards', () => {
  const self = { ...other, id: 'x', role: 'administrator' as const }
  expect(codeOf(maySetRole(administrator, self, 'supportEngineer', 'msp'))).toBe('ownRole')
})

test('the last enabled administrator is neither deleted, disabled nor given another role', () => {
  expect(codeOf(mayDelete(last))).toBe('lastAdministrator')
  expect(codeOf(maySetEnabled(last, false))).toBe('lastAdministrator')
  expect(codeOf(maySetEnabled(last, true))).toBe('yes')
  expect(codeOf(maySetRole(administrator, last, 'billingManager', 'msp'))).toBe('lastAdministrator')
  expect(codeOf(mayDelete(other))).toBe('yes')
  expect(codeOf(maySetEnabled(other, false))).toBe('yes')
})

describe('passwords', () => {
  const words = ['anna-weber', 'Anna', 'Weber', 'Nordwind IT']
  test.each([
    ['correct horse battery staple', 'yes'],
    ['Zug fährt nach Bern', 'yes'],
    ['日本語のとても長い合言葉です', 'yes'],
    ['aaaaaaaaaaaa', 'passwordWeak'],
    ['abababababab', 'passwordWeak'],
    ['123456789012', 'passwordWeak'],
    ['abcdefghijklm', 'passwordWeak'],
    ['password1234', 'passwordWeak'],
    ['Password-2026!', 'passwordWeak'],
    ['anna-weber-2026', 'passwordWeak'],
    ['nordwind it 1234', 'passwordWeak'],
    ['tierlinetierline', 'passwordWeak'],
  ])('%s: %s', (password, answer) => {
    expect(codeOf(mayUsePassword(password, words))).toBe(answer)
  })
})
