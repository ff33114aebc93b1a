import { type Actor, type ChainLink, isReadOnly } from '@/server/access/decide'
import type { CompanyKind, Role } from '@/server/access/privileges'
import { client } from '@/server/db/client'
import { translated } from '@/server/db/constraint-errors'
import { PREPARED } from '@/server/db/prepared'

type Row = {
  account_id: string
  company_id: string
  company_name: string
  company_slug: string
  scope: string
  kind: CompanyKind
  role: Role
  login_name: string
  first_name: string
  last_name: string
  email: string
  locale: string
  time_zone: string
  channel_id: string
  stale: boolean
  chain: ChainLink[]
  two_factor: 'off' | 'on'
  two_factor_required: boolean
}

export type SignedIn = { actor: Actor; stale: boolean }

/**
 * Who stands behind a session id, read anew on every request in one round trip; null when the session, the account or its
 * version is over. `stale`: the session was last marked as seen more than five minutes ago.
 */
export async function actorOf(sessionId: string): Promise<SignedIn | null> {
  const [row] = await translated(
    // Its columns by name: a prepared `*` would fail in a process that is still running when a migration adds one.
    () => client().$queryRaw<Row[]>`${PREPARED}
      select account_id, company_id, company_name, company_slug, scope, kind, role, login_name, first_name, last_name, email, locale,
        time_zone, channel_id, stale, chain, two_factor, two_factor_required
      from actor_of(${sessionId}::uuid)`,
  )
  if (!row) return null
  const actor: Actor = {
    accountId: row.account_id,
    sessionId,
    companyId: row.company_id,
    companyName: row.company_name,
    companySlug: row.company_slug,
    scope: row.scope,
    channelId: row.channel_id,
    kind: row.kind,
    role: row.role,
    loginName: row.login_name,
    firstName: row.first_name,
    lastName: row.last_name,
    email: row.email,
    locale: row.locale === 'fr' ? 'fr' : 'en',
    timeZone: row.time_zone,
    chain: row.chain,
    twoFactorRequired: row.two_factor_required,
    // Who may only read cannot set it up: the demand waits until the company is active again.
    mustAddTwoFactor: row.two_factor_required && row.two_factor === 'off' && !isReadOnly(row.chain),
  }
  return { actor, stale: row.stale }
}
