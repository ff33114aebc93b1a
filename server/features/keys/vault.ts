import { hash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '@/server/env'
import { KEY_LENGTH, keyFrom, lastFourOf } from './form'

// At rest a key is two things, both made with secrets that lie outside of the database: a keyed hash by which it is found, and
// its text, sealed, for those who may see it. They are one deterministic authenticated encryption in the manner of SIV (RFC 5297)
// with HMAC-SHA-256 as the function of both parts: the hash of the text is the nonce of its encryption, unique because keys are,
// and proves afterwards that nothing was changed or exchanged. A cipher object for each key would cost six times as much.

const RANDOM_BYTES = 15
export const LOOKUP_BYTES = 32
export const SEALED_BYTES = KEY_LENGTH
const BLOCK_BYTES = 64
const HASH_BYTES = 32

type Mac = (message: Uint8Array) => Buffer

/** HMAC-SHA-256 with one secret, its padded blocks made once (RFC 2104); messages of up to 32 bytes. */
function macWith(secret: Uint8Array): Mac {
  const inner = Buffer.alloc(BLOCK_BYTES + HASH_BYTES, 0)
  const outer = Buffer.alloc(BLOCK_BYTES + HASH_BYTES, 0)
  for (let i = 0; i < BLOCK_BYTES; i += 1) {
    inner[i] = (secret[i] ?? 0) ^ 0x36
    outer[i] = (secret[i] ?? 0) ^ 0x5c
  }
  return (message) => {
    inner.set(message, BLOCK_BYTES)
    hash('sha256', inner.subarray(0, BLOCK_BYTES + message.length), 'buffer').copy(outer, BLOCK_BYTES)
    return hash('sha256', outer, 'buffer')
  }
}

type Macs = { lookup: Mac; pad: Mac }
const kept: { secret?: string; macs?: Macs } = {}

/** Two independent functions, from secrets derived from the one of this installation. */
function macs(): Macs {
  const secret = env.TIERLINE_SECRET
  if (kept.macs && kept.secret === secret) return kept.macs
  const derived = (use: string) =>
    macWith(new Uint8Array(hkdfSync('sha256', secret, '', `registration key: ${use}`, 32)))
  const made = { lookup: derived('look-up'), pad: derived('seal') }
  Object.assign(kept, { secret, macs: made })
  return made
}

const bytesOf = (body: string): Buffer => Buffer.from(body, 'latin1')

/** By what a key (its sixteen characters) is found. */
export const lookupOf = (body: string): Buffer => macs().lookup(bytesOf(body))

/** Sixteen bytes with the pad that belongs to a hash laid over them; the same again takes it off. */
const padded = (text: Uint8Array, lookup: Uint8Array, pad: Mac): Buffer => {
  const over = pad(lookup)
  return Buffer.from(text.map((byte, i) => byte ^ (over[i] ?? 0)))
}

/** The key that a row holds. Throws when the row was tampered with or sealed with another secret. */
export function unseal(row: { sealed: Uint8Array; lookup: Uint8Array }): string {
  const { lookup, pad } = macs()
  const text = padded(row.sealed, row.lookup, pad)
  const isWhole = row.sealed.length === SEALED_BYTES && row.lookup.length === LOOKUP_BYTES
  if (isWhole && timingSafeEqual(lookup(text), row.lookup)) return text.toString('latin1')
  throw new Error('a registration key does not open: its row was changed, or TIERLINE_SECRET is another')
}

/** New keys, ready to be written: each column of all of them in one piece, so that a thousand cost one parameter. */
export type MadeKeys = { bodies: string[]; lookups: Buffer; sealed: Buffer; lastFours: Buffer }

/** So many new keys. All randomness is drawn at once: this is part of what makes a hundred thousand cheap. */
export function makeKeys(count: number): MadeKeys {
  const { lookup, pad } = macs()
  const random = randomBytes(count * RANDOM_BYTES)
  const made: MadeKeys = {
    bodies: [],
    lookups: Buffer.allocUnsafe(count * LOOKUP_BYTES),
    sealed: Buffer.allocUnsafe(count * SEALED_BYTES),
    lastFours: Buffer.allocUnsafe(count * 4),
  }
  for (let i = 0; i < count; i += 1) {
    const body = keyFrom(random.subarray(i * RANDOM_BYTES, (i + 1) * RANDOM_BYTES))
    const text = bytesOf(body)
    const found = lookup(text)
    made.bodies.push(body)
    found.copy(made.lookups, i * LOOKUP_BYTES)
    padded(text, found, pad).copy(made.sealed, i * SEALED_BYTES)
    made.lastFours.write(lastFourOf(body), i * 4, 'latin1')
  }
  return made
}
