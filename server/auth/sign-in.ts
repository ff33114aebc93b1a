import { z } from 'zod'
import { client } from '@/server/db/client'
import { translated } from '@/server/db/constraint-errors'
import { asSystem } from '@/server/db/system'
import { DomainError } from '@/server/lib/errors'
import { channelOf } from '@/server/lib/scope'
import { SESSION_HOURS } from './cookies'
import { isPassword } from './password'
import { proveSecondFactor } from './second-factor'
import { openSession } from './sessions'
import { type Attempt, accountKeyIn, countAttempt, forgiveAttempt } from './throttle'

/** What the sign-in page sends: the address name of a company, a login name in it or below it, and the password. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => !value.includes('\0'))
export const credentials = z.object({
  slug: text(64).transform((slug) => slug.trim().toLowerCase()),
  loginName: text(64).transform((name) => name.trim()),
  password: text(256),
  /** The second factor: a code of the app or a recovery code; asked for once the password was right. */
  code: text(32)
    .transform((code) => code.trim())
    .default(''),
})
export type Credentials = z.infer<typeof credentials>

type Named = {
  account_id: string
  scope: string
  password_hash: string | null
  session_version: number
  can_sign_in: boolean
}

const findNamed = ({ slug, loginName }: Pick<Credentials, 'slug' | 'loginName'>): Promise<Named[]> =>
  translated(() => client().$queryRaw<Named[]>`select * from accounts_named(${slug}, ${loginName})`)

/** An attempt counts in the channel, at whichever company's page it is made; at a page of nobody, there. */
export async function accountKey({ slug, loginName }: Pick<Credentials, 'slug' | 'loginName'>): Promise<string> {
  const door = await asSystem((tx) => tx.company.findUnique({ where: { slug }, select: { scope: true } }))
  return accountKeyIn(door ? channelOf(door.scope) : `?${slug}`, loginName)
}

/**
 * Opens a session for whoever knows the password, and gives its id. A wrong password, an unknown name or company, a disabled
 * account and a cancelled or disabled company take the same work and the same answer: `wrongCredentials`. After too many
 * attempts, for known and unknown names alike: `signInLocked`. After the password, never instead of it, the second factor:
 * `twoFactorNeeded` without a code, `codeWrong` with a wrong one; these are counted apart.
 */
export async function signIn(input: unknown, from: { address: string; userAgent: string }): Promise<string> {
  const parsed = credentials.safeParse(input)
  if (!parsed.success) throw new DomainError('wrongCredentials')
  const attempt: Attempt = { account: await accountKey(parsed.data), address: from.address }
  await countAttempt(attempt)
  const [account] = await findNamed(parsed.data)
  const isRight = await isPassword(account?.password_hash ?? null, parsed.data.password)
  if (!account?.can_sign_in || !isRight) throw new DomainError('wrongCredentials')
  await forgiveAttempt(attempt)
  await proveSecondFactor(account.account_id, parsed.data.code)
  const { account_id: id, scope, session_version: sessionVersion } = account
  return openSession({ id, scope, sessionVersion }, from, SESSION_HOURS)
}
