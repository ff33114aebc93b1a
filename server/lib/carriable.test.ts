import { expect, test } from 'vitest'
import { uncarriablePath } from './carriable'

test('what people type passes, in every script and with line breaks', () => {
  expect(uncarriablePath({ name: 'Σύννεφο 👩‍💻', lines: ['a\r\nb', 1, true, null], none: undefined })).toBeNull()
})

test('NUL and halves of surrogate pairs are refused anywhere, in keys too, and what is too deep', () => {
  expect(uncarriablePath('a\0')).not.toBeNull()
  expect(uncarriablePath({ a: [{ b: '\ud800' }] })).not.toBeNull()
  expect(uncarriablePath({ 'a\0': 1 })).not.toBeNull()
  expect(uncarriablePath(JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`))).not.toBeNull()
})

test('the place of what cannot be carried is named as a form names it', () => {
  expect(uncarriablePath({ company: { emails: ['a', 'b\0'] } })).toBe('company.emails.1')
})
