import { expect, test } from 'vitest'
import { safePath } from './safe-path'

test.each(['/', '/customers', '/customers?q=a%20b&sort=-name#row', '/administration/account'])('%s is ours', (path) => {
  expect(safePath(path)).toBe(path)
})

test.each([
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'customers',
  '',
  undefined,
  null,
  ['/customers', '/partners'],
  `/${'x'.repeat(3000)}`,
  '/api/auth/signout',
  '/sign-in',
  '/nordwind-it/sign-in?next=/',
])('%j leads home', (wanted) => {
  expect(safePath(wanted)).toBe('/')
})
