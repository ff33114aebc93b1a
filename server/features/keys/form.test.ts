import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyFrom, keyText, lastFourOf, maskedKey, readKey } from './form'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const keys = fc.uint8Array({ minLength: 15, maxLength: 15 }).map(keyFrom)

test('a key has the documented shape and reads back', () => {
  fc.assert(
    fc.property(keys, (key) => {
      expect(keyText(key)).toMatch(/^TL(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
      expect(readKey(keyText(key))).toBe(key)
    }),
    { numRuns: 1_000 },
  )
})

test('case, spaces, dashes and look-alikes are forgiven', () => {
  const sloppy = (key: string, seed: number) =>
    Array.from(keyText(key), (letter, i) => {
      const variant = (seed >> (i % 16)) & 1
      if (letter === '0' && variant) return i % 2 ? 'o' : 'O'
      if (letter === '1' && variant) return ['I', 'l', 'L', 'i'][i % 4]
      if (letter === '-') return variant ? ' – ' : ''
      return variant ? letter.toLowerCase() : letter
    }).join('')
  fc.assert(
    fc.property(keys, fc.nat(65_535), (key, seed) => {
      expect(readKey(sloppy(key, seed))).toBe(key)
      expect(readKey(key)).toBe(key)
    }),
    { numRuns: 1_000 },
  )
})

test('every single wrong character is noticed', () => {
  const key = keyFrom(randomBytes(15))
  for (let i = 0; i < key.length; i += 1) {
    for (const letter of ALPHABET) {
      if (letter === key[i]) continue
      expect(readKey(key.slice(0, i) + letter + key.slice(i + 1))).toBeNull()
    }
  }
})

test('any two exchanged characters are noticed', () => {
  fc.assert(
    fc.property(keys, (key) => {
      for (let i = 0; i < key.length; i += 1) {
        for (let j = i + 1; j < key.length; j += 1) {
          if (key[i] === key[j]) continue
          const letters = [...key]
          ;[letters[i], letters[j]] = [letters[j] ?? '', letters[i] ?? '']
          expect(readKey(letters.join(''))).toBeNull()
        }
      }
    }),
    { numRuns: 200 },
  )
})

test.each([
  '',
  'TL',
  'TL-0000-0000-0000',
  'x'.repeat(10_000),
  'TL-UUUU-UUUU-UUUU-UUUU',
  '\u0000',
  '__proto__',
  'TL-0000-0000-0000-0000-0',
])('what is no key is refused without harm: %j', (typed) => {
  expect(readKey(typed)).toBeNull()
})

test('a masked key shows its last four characters only', () => {
  const key = keyFrom(new Uint8Array(15).fill(7))
  expect(maskedKey(lastFourOf(key))).toBe(`TL-••••-••••-••••-${key.slice(-4)}`)
})
