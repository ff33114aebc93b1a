import type { Day } from '@/server/lib/period'
import { type Decision, no, yes } from '@/server/lib/result'

export const KEYS_MAX = 10_000
export const REDEMPTIONS_MAX = 999

export const KEY_STATUSES = ['available', 'partlyUsed', 'used', 'expired', 'cancelled'] as const
export type KeyStatus = (typeof KEY_STATUSES)[number]

export type Key = { redemptions: number; redeemed: number; expiresOn: Day | null; isCancelled: boolean }

/** The status of a key on a day; from `expiresOn` on it is expired unless it was used up before. */
export function keyStatusOf({ redemptions, redeemed, expiresOn, isCancelled }: Key, today: Day): KeyStatus {
  if (isCancelled) return 'cancelled'
  if (redeemed >= redemptions) return 'used'
  if (expiresOn !== null && today >= expiresOn) return 'expired'
  return redeemed > 0 ? 'partlyUsed' : 'available'
}

/** May a key be used to register? Strangers hear keyNotUsable instead. Codes: keyCancelled · keyUsedUp · keyExpired. */
export function mayRedeem(key: Key, today: Day): Decision {
  const status = keyStatusOf(key, today)
  if (status === 'cancelled') return no('keyCancelled')
  if (status === 'used') return no('keyUsedUp')
  return status === 'expired' ? no('keyExpired') : yes(true)
}

/** Only keys with redemptions left can be cancelled (vendor's rule), expired ones too. Codes: keyCancelled · keyUsedUp. */
export function mayCancel(key: Key): Decision {
  if (key.isCancelled) return no('keyCancelled')
  return key.redeemed >= key.redemptions ? no('keyUsedUp') : yes(true)
}

/** Only cancelled keys can be removed from the list (vendor's rule). Code: keyNotCancelled. */
export const mayRemove = (key: Key): Decision => (key.isCancelled ? yes(true) : no('keyNotCancelled'))
