import type { Decision } from '@/server/lib/result'
import { no, yes } from '@/server/lib/result'
import { isInReach } from '@/server/lib/scope'
import { type CompanyKind, type Privilege, privilegeRow, type Role } from './privileges'

export type CompanyStatus = 'active' | 'suspended' | 'cancelled' | 'enabled' | 'disabled'

/** A company of the path from the channel's top down to somebody, as `decide` needs it. */
export type ChainLink = { id: string; kind: CompanyKind; status: CompanyStatus }

/** Who asks: read anew from the database on every request. */
export type Actor = {
  accountId: string
  sessionId: string
  companyId: string
  companyName: string
  companySlug: string
  scope: string
  channelId: string
  kind: CompanyKind
  role: Role
  loginName: string
  firstName: string
  lastName: string
  email: string
  locale: 'en' | 'fr'
  timeZone: string
  chain: readonly ChainLink[]
  /** The company, or one above it, demands a second factor of this account. */
  twoFactorRequired?: boolean
  /** It is demanded and there is none yet: nothing but setting it up is possible. */
  mustAddTwoFactor?: boolean
}

/** The company acted on: its path and the statuses from the top down to it. */
export type Target = { scope: string; kind: CompanyKind; chain: readonly ChainLink[] }

const PARTNERS: readonly CompanyKind[] = ['msp', 'reseller']

/** May somebody of this company sign in at all? Cancelled and disabled companies, own or managing, have no privileges. */
export const isLockedOut = (chain: readonly ChainLink[]): boolean =>
  chain.some(({ status }) => status === 'cancelled' || status === 'disabled')

/** A suspended company, own or managing, keeps its read privileges only. */
export const isReadOnly = (chain: readonly ChainLink[]): boolean => chain.some(({ status }) => status === 'suspended')

/** Kind × role × status, without a target: what menus and buttons ask. */
export function mayAtAll(
  actor: Pick<Actor, 'kind' | 'role' | 'chain' | 'mustAddTwoFactor'>,
  privilege: Privilege,
): Decision {
  const row = privilegeRow(privilege)
  if (isLockedOut(actor.chain)) return no('signedOut')
  if (actor.mustAddTwoFactor && !privilege.startsWith('self.')) return no('twoFactorRequired')
  if (!row.kinds.includes(actor.kind) || !row.roles.includes(actor.role)) return no('notAllowed', { privilege })
  if (row.access === 'write' && isReadOnly(actor.chain)) return no('companySuspended')
  return yes(true)
}

/**
 * May the actor use the privilege on the target? Codes, in this order: signedOut · notFound (outside the reach, or no such
 * company: the same answer) · notAllowed · companySuspended · targetCancelled · targetSuspended.
 */
export function decide(actor: Actor | null, privilege: Privilege, target: Target | null): Decision {
  if (!actor || isLockedOut(actor.chain)) return no('signedOut')
  if (!target || !isInReach(actor.scope, target.scope)) return no('notFound')
  const allowed = mayAtAll(actor, privilege)
  if (!allowed.ok) return allowed
  const row = privilegeRow(privilege)
  const isOwn = target.scope === actor.scope
  if (row.on === 'own' && !isOwn) return no('notAllowed', { privilege })
  if (row.on === 'partner' && !PARTNERS.includes(target.kind)) return no('notAllowed', { privilege })
  if (row.on === 'customer' && target.kind !== 'customer') return no('notAllowed', { privilege })
  return row.access === 'write' && !isOwn ? mayChange(privilege, target) : yes(true)
}

/** What the status of the target, and of the partner that manages it, leaves open to those above (domain.md §1, company status). */
function mayChange(privilege: Privilege, target: Target): Decision {
  const partner = target.chain.find(({ kind }) => PARTNERS.includes(kind))
  if (partner?.status === 'cancelled') return no('targetCancelled')
  if (partner?.status === 'suspended' && privilege !== 'partner.update') return no('targetSuspended')
  return yes(true)
}
