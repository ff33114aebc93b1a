import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Key, keyStatusOf, mayCancel, mayRedeem, mayRemove } from './rules'

const TODAY = '2027-03-31'
const key = (rest: Partial<Key> = {}): Key => ({
  redemptions: 2,
  redeemed: 0,
  expiresOn: null,
  isCancelled: false,
  ...rest,
})
const codeOf = (decision: { ok: true } | { ok: false; code: string }) => (decision.ok ? 'yes' : decision.code)

test.each([
  ['available', {}, 'yes', 'yes', 'keyNotCancelled'],
  ['partlyUsed', { redeemed: 1 }, 'yes', 'yes', 'keyNotCancelled'],
  ['used', { redeemed: 2 }, 'keyUsedUp', 'keyUsedUp', 'keyNotCancelled'],
  ['expired', { expiresOn: TODAY }, 'keyExpired', 'yes', 'keyNotCancelled'],
  ['available', { expiresOn: '2027-04-01' }, 'yes', 'yes', 'keyNotCancelled'],
  ['used', { redeemed: 2, expiresOn: TODAY }, 'keyUsedUp', 'keyUsedUp', 'keyNotCancelled'],
  ['cancelled', { isCancelled: true }, 'keyCancelled', 'keyCancelled', 'yes'],
  ['cancelled', { isCancelled: true, redeemed: 1, expiresOn: TODAY }, 'keyCancelled', 'keyCancelled', 'yes'],
])('%s %j: redeem %s, cancel %s, remove %s', (status, rest, redeem, cancel, remove) => {
  const one = key(rest)
  expect(keyStatusOf(one, TODAY)).toBe(status)
  expect([codeOf(mayRedeem(one, TODAY)), codeOf(mayCancel(one)), codeOf(mayRemove(one))]).toEqual([
    redeem,
    cancel,
    remove,
  ])
})

test('a key gives exactly as many redemptions as it is worth', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 2_000 }), (redemptions, attempts) => {
      let one = key({ redemptions })
      for (let i = 0; i < attempts; i += 1) if (mayRedeem(one, TODAY).ok) one = { ...one, redeemed: one.redeemed + 1 }
      expect(one.redeemed).toBe(Math.min(redemptions, attempts))
    }),
  )
})
