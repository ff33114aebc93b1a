import { createHash, randomInt } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'
import { seal, unseal } from '@/server/mail/vault'

/** Seconds by which a clock may be off. */
export const TOLERANCE_SECONDS = 45
export const RECOVERY_CODES = 10

const RECOVERY_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const RECOVERY_LENGTH = 10

export const newSecret = (): string => generateSecret()

/** What an authenticator app reads from the QR code. */
export const secretUri = (secret: string, account: { companyName: string; loginName: string }): string =>
  generateURI({ issuer: 'Tierline', label: `${account.companyName}: ${account.loginName}`, secret })

/** A secret as it is kept: readable with this installation's key only, and for this account only. */
export const sealSecret = (secret: string, accountId: string) => seal('two-factor secret', secret, accountId)
export const unsealSecret = (sealed: Uint8Array, accountId: string) => unseal('two-factor secret', sealed, accountId)

const digitsOf = (typed: string): string => typed.replace(/[\s-]/g, '')

/** The time step that a code belongs to, later than `lastStep`; null when it is wrong, too old, or was taken before. */
export function stepOf(secret: string, typed: string, lastStep: bigint): bigint | null {
  const token = digitsOf(typed)
  if (!/^\d{6}$/.test(token)) return null
  const result = verifySync({ secret, token, epochTolerance: TOLERANCE_SECONDS })
  if (!result.valid || !('timeStep' in result)) return null
  const step = BigInt(result.timeStep)
  return step > lastStep ? step : null
}

/** Recovery codes as people write them down: 49 bits each, `abcde-fghjk`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from({ length: RECOVERY_LENGTH }, () => RECOVERY_LETTERS[randomInt(RECOVERY_LETTERS.length)])
    return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
  })

/** Only this is kept of a recovery code; guesses are counted, and it belongs to one account. */
export function recoveryHash(typed: string, accountId: string): Uint8Array<ArrayBuffer> {
  const letters = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return new Uint8Array(createHash('sha256').update(`recovery ${accountId} ${letters}`).digest())
}
