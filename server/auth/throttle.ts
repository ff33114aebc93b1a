import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { asSystem } from '@/server/db/system'
import { DomainError } from '@/server/lib/errors'

/**
 * Wrong passwords that one account, and one address, may give before it has to wait; and what strangers may do from one address:
 * try registration keys, ask for trials, forget passwords, follow links. `asked`: links that are sent to one account; `code`:
 * codes of the second factor, counted apart so that a right password takes no guess back.
 */
export const ATTEMPTS = {
  account: 10,
  address: 100,
  register: 30,
  trial: 10,
  forgot: 20,
  link: 60,
  asked: 5,
  code: 10,
} as const
export const WAIT_MINUTES = 15

type Statement = { text: string; values: unknown[] }

/** The limiter's way to its table: a transaction as tierline_system, like everything that has no tenant. */
const store = {
  async query({ text, values }: Statement) {
    const rows = await asSystem((tx) =>
      tx.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values),
    )
    return {
      rows: rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) })),
      rowCount: rows.length,
    }
  },
}

const limiter = (kind: keyof typeof ATTEMPTS) =>
  new RateLimiterPostgres({
    storeClient: store,
    storeType: 'client',
    tableName: 'throttle',
    tableCreated: true,
    keyPrefix: kind,
    points: ATTEMPTS[kind],
    duration: WAIT_MINUTES * 60,
    blockDuration: WAIT_MINUTES * 60,
    // No insurance limiter: when the database cannot count, nobody signs in.
  })

const limiters = {
  account: limiter('account'),
  address: limiter('address'),
  register: limiter('register'),
  trial: limiter('trial'),
  forgot: limiter('forgot'),
  link: limiter('link'),
  asked: limiter('asked'),
  code: limiter('code'),
}

type Stranger = 'register' | 'trial' | 'forgot' | 'link'

/** Network of an address: one household or server holds a whole /64 of IPv6. */
const network = (address: string): string => (address.includes(':') ? ipv6Network(address) : address)

function ipv6Network(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}

export type Attempt = {
  /** What is tried: the same for every sign-in address of a channel, whether such an account exists or not. */
  account: string
  address: string
}

/** Login names are unique in a channel, whatever their case: so attempts count there. */
export const accountKeyIn = (channelId: string, loginName: string): string => `${channelId}:${loginName.toLowerCase()}`

async function count(kind: keyof typeof ATTEMPTS, key: string): Promise<void> {
  try {
    await limiters[kind].consume(key)
  } catch (error) {
    if (error instanceof RateLimiterRes) {
      throw new DomainError('signInLocked', { minutes: Math.max(1, Math.ceil(error.msBeforeNext / 60_000)) })
    }
    throw error
  }
}

/**
 * Counts an attempt before it is checked, so that a thousand at once are a thousand. Refuses with `signInLocked` and the
 * minutes to wait; when the count cannot be kept, with the error of the database.
 */
export async function countAttempt(attempt: Attempt): Promise<void> {
  await count('address', network(attempt.address))
  await count('account', attempt.account)
}

/** Takes an attempt back that turned out right. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  await limiters.account.delete(attempt.account)
  await limiters.address.reward(network(attempt.address))
}

/** Counts what a stranger tries, before it is tried. Refuses with `signInLocked` and the minutes to wait. */
export const countStranger = (kind: Stranger, address: string): Promise<void> => count(kind, network(address))

/** Takes back the attempt of a stranger who turned out right. */
export async function forgiveStranger(kind: Stranger, address: string): Promise<void> {
  await limiters[kind].reward(network(address))
}

/** Counts a link that is asked for, by the account's name, be it anybody's or nobody's. Refuses with `signInLocked`. */
export const countAsked = (accountKey: string): Promise<void> => count('asked', accountKey)

/** Counts a code of the second factor before it is checked. Refuses with `signInLocked`. */
export const countCode = (accountId: string): Promise<void> => count('code', accountId)

/** The code was right: its guesses are forgotten. */
export async function forgiveCodes(accountId: string): Promise<void> {
  await limiters.code.delete(accountId)
}
