import { expect, test } from 'vitest'
import { isCarriable } from './carriable'

test('what people type passes, in every script and with line breaks', () => {
  expect(isCarriable({ name: 'Σύννεφο 👩‍💻', lines: ['a\r\nb', 1, true, null], none: undefined })).toBe(true)
})

test('NUL and halves of surrogate pairs are refused anywhere, in keys too, and what is too deep', () => {
  expect(isCarriable('a\0')).toBe(false)
  expect(isCarriable({ a: [{ b: '\ud800' }] })).toBe(false)
  expect(isCarriable({ 'a\0': 1 })).toBe(false)
  expect(isCarriable(JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`))).toBe(false)
})
