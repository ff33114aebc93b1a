// The form of registration keys: TL-XXXX-XXXX-XXXX-XXXX in Crockford's base32; fifteen random characters and a check character.

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const KEY_LENGTH = 16
const BODY_LENGTH = KEY_LENGTH - 1
const PREFIX = 'TL'

/** What people read or type instead: I and L for 1, O for 0. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' }

/** Multiplies by x in the field of 32 elements (x⁵ = x² + 1). */
const timesX = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31

/**
 * The characters as a polynomial at x. Every position weighs differently, so any single wrong character and any two exchanged
 * ones change the result.
 */
const weighed = (values: readonly number[]): number => values.reduce((sum, value) => timesX(sum) ^ value, 0)

/** The sixteen characters that belong to fifteen random ones (each byte gives one, by its low five bits). */
export function keyFrom(random: Uint8Array): string {
  if (random.length !== BODY_LENGTH) throw new RangeError(`a key takes ${BODY_LENGTH} random bytes`)
  const values = Array.from(random, (byte) => byte & 31)
  return [...values, timesX(weighed(values))].map((value) => ALPHABET[value]).join('')
}

/**
 * The sixteen characters of a key as somebody typed it, or null when it cannot be one. Forgiven: case, spaces, dashes of any
 * kind, full-width letters, look-alikes, a missing prefix.
 */
export function readKey(typed: string): string | null {
  if (typed.length > 200) return null
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
  const plain = letters.replace(/[ILO]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
  const body =
    plain.length === KEY_LENGTH + PREFIX.length && plain.startsWith('T1') ? plain.slice(PREFIX.length) : plain
  if (body.length !== KEY_LENGTH) return null
  const values = Array.from(body, (letter) => ALPHABET.indexOf(letter))
  return values.includes(-1) || weighed(values) !== 0 ? null : body
}

const grouped = (body: string): string => [PREFIX, ...(body.match(/.{4}/g) ?? [])].join('-')

/** A key as people see and copy it. */
export const keyText = (body: string): string => grouped(body)

/** A key with all but its last four characters hidden. */
export const maskedKey = (lastFour: string): string => grouped('•'.repeat(KEY_LENGTH - lastFour.length) + lastFour)

export const lastFourOf = (body: string): string => body.slice(-4)
