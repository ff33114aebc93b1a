import { expect, test } from 'vitest'
import { wholeNumber } from './whole-number'

test.each([
  ['0', 0],
  ['12', 12],
  [' 1 000 ', 1000],
  ['1\u202f000', 1000],
  ['007', 7],
  ['999999999', 999_999_999],
  [25, 25],
])('%j is a whole number', (typed, value) => expect(wholeNumber(typed)).toBe(value))

test.each([
  '1e3',
  '1.5',
  '1,5',
  '-1',
  '+1',
  '',
  ' ',
  '0x10',
  '١٢',
  '１２',
  'Infinity',
  '9999999999',
  'twelve',
  null,
  undefined,
  NaN,
])('%j is none', (typed) => expect(wholeNumber(typed)).toBeNaN())
