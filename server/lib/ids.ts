import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new company id: 12 lower-case Crockford base32 characters (60 random bits); also its segment in every path. */
export function newCompanyId(): string {
  return Array.from(randomBytes(12), (byte) => ALPHABET[byte % 32]).join('')
}
