import type { StrangerFormInput } from './register-schema'

/** A day on which keys of tests end: far enough for none to meet it by accident, near enough to be allowed. */
export const DISTANT = new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10)

let strangers = 0

/** What somebody new types, another each time. */
export function stranger(): StrangerFormInput {
  strangers += 1
  return {
    company: { name: `Stranger ${strangers} Ltd`, city: 'Leeds', state: 'Yorkshire', country: 'GB' },
    account: {
      loginName: `stranger-${strangers}`,
      firstName: 'Ada',
      lastName: 'Byron',
      email: `ada@stranger-${strangers}.example`,
      password: 'four words nobody guesses',
    },
    accepted: true,
  }
}
