import { createHmac, hkdfSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { env } from '@/server/env'
import { LOOKUP_BYTES, lookupOf, makeKeys, SEALED_BYTES, unseal } from './vault'

const COUNT = 500
const made = makeKeys(COUNT)
const row = (i: number) => ({
  lookup: new Uint8Array(made.lookups.subarray(i * LOOKUP_BYTES, (i + 1) * LOOKUP_BYTES)),
  sealed: new Uint8Array(made.sealed.subarray(i * SEALED_BYTES, (i + 1) * SEALED_BYTES)),
})

test('every key is found by its hash and opens to itself', () => {
  made.bodies.forEach((body, i) => {
    expect(Buffer.compare(lookupOf(body), row(i).lookup)).toBe(0)
    expect(unseal(row(i))).toBe(body)
  })
})

test('the hash is HMAC-SHA-256 as the library computes it', () => {
  const secret = Buffer.from(hkdfSync('sha256', env.TIERLINE_SECRET, '', 'registration key: look-up', 32))
  for (const body of made.bodies.slice(0, 50)) {
    expect(lookupOf(body).toString('hex')).toBe(createHmac('sha256', secret).update(body).digest('hex'))
  }
})

test('a changed bit, another row’s text and another row’s hash do not open', () => {
  for (let i = 0; i < 50; i += 1) {
    const own = row(i)
    const next = row(i + 1)
    for (const part of ['sealed', 'lookup'] as const) {
      const changed = new Uint8Array(own[part])
      changed[i % changed.length] = (changed[i % changed.length] ?? 0) ^ (1 << (i % 8))
      expect(() => unseal({ ...own, [part]: changed })).toThrow(/does not open/)
      expect(() => unseal({ ...own, [part]: next[part] })).toThrow(/does not open/)
    }
  }
  expect(() => unseal({ lookup: row(0).lookup, sealed: new Uint8Array(3) })).toThrow(/does not open/)
})

test('what is sealed shows nothing of the text: equal keys apart, no byte says more than another', () => {
  expect(new Set(Array.from({ length: COUNT }, (_, i) => Buffer.from(row(i).sealed).toString('hex'))).size).toBe(COUNT)
  const share = made.sealed.reduce((sum, byte) => sum + byte, 0) / made.sealed.length
  expect(share).toBeGreaterThan(115)
  expect(share).toBeLessThan(140)
})
