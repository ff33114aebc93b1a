import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from '@/server/env'

// What must not lie in the database in clear: sealed with a key that lies outside of it, and bound to what it belongs to, so
// that rows cannot exchange theirs.

const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What is sealed; each use has a key of its own. */
export type SealUse = 'mail secrets' | 'two-factor secret'

const kept = new Map<SealUse, { secret: string; key: Buffer }>()

function keyOf(use: SealUse): Buffer {
  const secret = env.TIERLINE_SECRET
  const known = kept.get(use)
  if (known?.secret === secret) return known.key
  const key = Buffer.from(hkdfSync('sha256', secret, '', `tierline: ${use}`, 32))
  kept.set(use, { secret, key })
  return key
}

/** `text`, readable only with this installation's secret and only together with `boundTo`. */
export function seal(use: SealUse, text: string, boundTo: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(use), nonce).setAAD(Buffer.from(boundTo))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
}

/** The text again. Throws when it was tampered with, bound to something else, or sealed with another secret. */
export function unseal(use: SealUse, sealed: Uint8Array, boundTo: string): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(use), bytes.subarray(0, NONCE_BYTES))
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}

/** A sealed secret of a mail belongs to its kind and its recipient. */
export const mailBinding = (mail: { kind: string; address: string }): string => `${mail.kind} ${mail.address}`
