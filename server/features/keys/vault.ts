import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/server/env'
import { KEY_LENGTH, keyFrom, lastFourOf } from './form'

// At rest a key is two things, both made with secrets that lie outside of the database: a keyed hash by which it is found, and
// its text, sealed, for those who may see it. The hash is authenticated with the text: rows cannot exchange theirs.

const RANDOM_BYTES = 15
export const LOOKUP_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const SEALED_BYTES = NONCE_BYTES + TAG_BYTES + KEY_LENGTH

const kept: { secret?: string; lookup: Buffer; seal: Buffer } = { lookup: Buffer.alloc(0), seal: Buffer.alloc(0) }

/** Two independent secrets, derived from the one of this installation. */
function secrets(): { lookup: Buffer; seal: Buffer } {
  const secret = env.TIERLINE_SECRET
  if (kept.secret !== secret) {
    const derived = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `registration key: ${use}`, 32))
    Object.assign(kept, { secret, lookup: derived('look-up'), seal: derived('seal') })
  }
  return kept
}

const hashed = (body: string, secret: Buffer): Buffer => createHmac('sha256', secret).update(body).digest()

/** By what a key (its sixteen characters) is found. */
export const lookupOf = (body: string): Buffer => hashed(body, secrets().lookup)

function sealed(body: string, nonce: Uint8Array, lookup: Buffer, secret: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(lookup)
  const text = cipher.update(body, 'latin1')
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** The key that a row holds. Throws when the row was tampered with or sealed with another secret. */
export function unseal(row: { sealed: Uint8Array; lookup: Uint8Array }): string {
  const bytes = Buffer.from(row.sealed)
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', secrets().seal, nonce).setAAD(row.lookup).setAuthTag(tag)
  return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'latin1') + decipher.final('latin1')
}

/** New keys, ready to be written: each column of all of them in one piece, so that a thousand cost one parameter. */
export type MadeKeys = { bodies: string[]; lookups: Buffer; sealed: Buffer; lastFours: Buffer }

/** So many new keys. All randomness is drawn at once: this is what makes a hundred thousand cheap. */
export function makeKeys(count: number): MadeKeys {
  const { lookup, seal } = secrets()
  const random = randomBytes(count * RANDOM_BYTES)
  const nonces = randomBytes(count * NONCE_BYTES)
  const made: MadeKeys = {
    bodies: [],
    lookups: Buffer.allocUnsafe(count * LOOKUP_BYTES),
    sealed: Buffer.allocUnsafe(count * SEALED_BYTES),
    lastFours: Buffer.allocUnsafe(count * 4),
  }
  for (let i = 0; i < count; i += 1) {
    const body = keyFrom(random.subarray(i * RANDOM_BYTES, (i + 1) * RANDOM_BYTES))
    const hash = hashed(body, lookup)
    const nonce = nonces.subarray(i * NONCE_BYTES, (i + 1) * NONCE_BYTES)
    made.bodies.push(body)
    hash.copy(made.lookups, i * LOOKUP_BYTES)
    sealed(body, nonce, hash, seal).copy(made.sealed, i * SEALED_BYTES)
    made.lastFours.write(lastFourOf(body), i * 4, 'latin1')
  }
  return made
}
