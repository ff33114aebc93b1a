import { isIP } from 'node:net'
import { env } from '@/server/env'

/** The header in which our own server writes who is at the other end of the connection, over whatever the client sent. */
export const PEER_HEADER = 'x-tierline-peer'

/** Nobody knows: all such requests share one address. */
export const UNKNOWN_ADDRESS = 'unknown'

/** `::ffff:192.0.2.1` is 192.0.2.1. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

/**
 * Where a request comes from. Each proxy appends the address it saw to X-Forwarded-For; only as many of these, counted from
 * our end, are believed as `TRUSTED_PROXIES` says. What stands further left is the client's own word.
 */
export function clientAddress(headers: Headers): string {
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',')
  const chain = [...forwarded, headers.get(PEER_HEADER) ?? ''].map(plain).filter((part) => part !== '')
  if (!headers.has(PEER_HEADER)) return UNKNOWN_ADDRESS
  const address = chain[Math.max(0, chain.length - 1 - env.TRUSTED_PROXIES)] ?? ''
  return isIP(address) ? address : UNKNOWN_ADDRESS
}
