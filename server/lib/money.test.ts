import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decimalText,
  isCurrency,
  minorDigits,
  parseMoney,
  portion,
  roundedQuotient,
  sumByCurrency,
  times,
} from './money'

test.each([
  [5n, 2n, 3n],
  [-5n, 2n, -3n],
  [5n, -2n, -3n],
  [-5n, -2n, 3n],
  [7n, 3n, 2n],
  [8n, 3n, 3n],
  [-8n, 3n, -3n],
  [0n, 7n, 0n],
  [1n, 2n, 1n],
  [1n, 3n, 0n],
])('%i / %i rounds half away from zero to %i', (top, bottom, expected) => {
  expect(roundedQuotient(top, bottom)).toBe(expected)
})

test('rounding is never off by more than a half, and symmetric around zero', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      fc.bigInt({ min: 1n, max: 10n ** 6n }),
      (top, bottom) => {
        const rounded = roundedQuotient(top, bottom)
        const off = rounded * bottom - top
        expect(2n * (off < 0n ? -off : off) <= bottom).toBe(true)
        expect(roundedQuotient(-top, bottom)).toBe(-rounded)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('a share of an amount is rounded once', () => {
  const fee = { currency: 'EUR', minor: 1_000n }
  expect(portion(fee, 1, 3).minor).toBe(333n)
  expect(portion(fee, 2, 3).minor).toBe(667n)
  expect(portion({ currency: 'EUR', minor: -1_000n }, 2, 3).minor).toBe(-667n)
  expect(times(fee, 12).minor).toBe(12_000n)
})

test('currencies are never added to each other', () => {
  const amounts = [
    { currency: 'USD', minor: 5n },
    { currency: 'EUR', minor: 7n },
    { currency: 'USD', minor: -2n },
  ]
  expect(sumByCurrency(amounts)).toEqual([
    { currency: 'EUR', minor: 7n },
    { currency: 'USD', minor: 3n },
  ])
})

test.each([
  ['EUR', 123_456n, '1234.56'],
  ['EUR', 5n, '0.05'],
  ['EUR', -5n, '-0.05'],
  ['JPY', 1_234n, '1234'],
  ['KWD', 1_234n, '1.234'],
  ['EUR', 90_071_992_547_409_93n, '90071992547409.93'],
])('%s %i is written %s', (currency, minor, text) => {
  expect(decimalText({ currency, minor })).toBe(text)
  if (minor < 10n ** 15n) expect(parseMoney(text, currency)).toEqual({ currency, minor })
})

test.each([
  ['1.234', 'EUR'],
  ['1,00', 'EUR'],
  ['1e3', 'EUR'],
  ['', 'EUR'],
  ['.5', 'EUR'],
  ['12.', 'EUR'],
  ['99999999999999', 'EUR'],
  ['0x10', 'EUR'],
  ['١', 'EUR'],
])('%s is no amount of %s', (text, currency) => {
  expect(parseMoney(text, currency)).toBeNull()
})

test('digits follow the currency', () => {
  expect(['EUR', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 0, 3])
  expect(['EUR', 'CHF', 'eur', 'XXQ', 'EURO', ''].map(isCurrency)).toEqual([true, true, false, false, false, false])
})
