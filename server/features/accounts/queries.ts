import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Role } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { DomainError } from '@/server/lib/errors'
import type { AccountFilter } from './schema'

/** One line of a list of accounts. Instants are ISO text. */
export type AccountRow = {
  id: string
  loginName: string
  firstName: string
  lastName: string
  email: string
  phoneCountry: string
  phoneArea: string
  phoneNumber: string
  phoneExtension: string
  timeZone: string
  locale: 'en' | 'fr'
  role: Role
  enabled: boolean
  twoFactor: 'off' | 'on'
  canSignIn: boolean
  lastSignInAt: string | null
  version: number
  isLastAdministrator: boolean
}

const COLUMNS = Prisma.sql`a.id, a.login_name as "loginName", a.first_name as "firstName", a.last_name as "lastName", a.email,
  a.phone_country as "phoneCountry", a.phone_area as "phoneArea", a.phone_number as "phoneNumber",
  a.phone_extension as "phoneExtension", a.time_zone as "timeZone", a.locale, a.role::text as role, a.enabled,
  a.two_factor::text as "twoFactor", a.password_hash is not null as "canSignIn", a.last_sign_in_at as "lastSignInAt", a.version,
  a.role = 'administrator' and a.enabled and not exists (select from account o
    where o.company_id = a.company_id and o.id <> a.id and o.role = 'administrator' and o.enabled) as "isLastAdministrator"`

type Raw = Omit<AccountRow, 'lastSignInAt'> & { lastSignInAt: Date | null }

const asRow = (raw: Raw): AccountRow => ({ ...raw, lastSignInAt: raw.lastSignInAt?.toISOString() ?? null })

/** One page of the accounts of a company, by last and first name; `nextCursor` is where the following page begins. */
export async function listAccounts(tx: Tx, { companyId, cursor, limit }: AccountFilter & { companyId: string }) {
  const from = cursor
    ? Prisma.sql`and (a.last_name, a.first_name, a.id) > (${cursor.lastName}, ${cursor.firstName}, ${cursor.id}::uuid)`
    : Prisma.empty
  const rows = await tx.$queryRaw<Raw[]>`
    select ${COLUMNS} from account a where a.company_id = ${companyId} ${from}
    order by a.last_name, a.first_name, a.id limit ${limit + 1}`
  const page = rows.slice(0, limit).map(asRow)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { rows: page, nextCursor: last ? { lastName: last.lastName, firstName: last.firstName, id: last.id } : null }
}

/** One account of the company, locked until the transaction ends. Refuses with notFound. */
export async function lockAccount(tx: Tx, { companyId, accountId }: { companyId: string; accountId: string }) {
  await tx.$queryRaw`select 1 from account where id = ${accountId}::uuid and company_id = ${companyId} for update`
  const [row] = await tx.$queryRaw<(Raw & { scope: string })[]>`
    select ${COLUMNS}, a.scope from account a where a.id = ${accountId}::uuid and a.company_id = ${companyId}`
  if (!row) throw new DomainError('notFound')
  return row
}

/** What the person who is signed in may edit of themselves, and what they only read. */
export async function getOwnAccount(tx: Tx, actor: Actor) {
  const [row] = await tx.$queryRaw<(Raw & { passwordChangedAt: Date | null })[]>`
    select ${COLUMNS}, a.password_changed_at as "passwordChangedAt" from account a where a.id = ${actor.accountId}::uuid`
  if (!row) throw new DomainError('notFound')
  return { ...asRow(row), passwordChangedAt: row.passwordChangedAt?.toISOString() ?? null }
}

/** The running sessions of the person who is signed in, the latest first. */
export async function listOwnSessions(tx: Tx, actor: Actor) {
  const sessions = await tx.$queryRaw<
    { id: string; createdAt: Date; lastSeenAt: Date; expiresAt: Date; address: string; userAgent: string }[]
  >`select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.address,
      s.user_agent as "userAgent"
    from session s join account a on a.id = s.account_id and a.session_version = s.version
    where s.account_id = ${actor.accountId}::uuid and s.expires_at > now() order by s.last_seen_at desc, s.id desc limit 100`
  return sessions.map((session) => ({
    ...session,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
    isCurrent: session.id === actor.sessionId,
  }))
}

/** Which of these login names belong to somebody in the actor's channel, in lower case. */
export async function loginNamesTaken(tx: Tx, names: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ name: string }[]>`select name from login_names_taken(${names}::text[]) as name`
  return new Set(rows.map(({ name }) => name))
}
