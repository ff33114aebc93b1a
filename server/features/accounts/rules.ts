import {
  type CompanyKind,
  PRIVILEGES,
  type Privilege,
  privilegeRow,
  ROLES,
  type Role,
} from '@/server/access/privileges'
import { type Decision, no, yes } from '@/server/lib/result'

const NAMES = Object.keys(PRIVILEGES) as Privilege[]

/** Everything that a role may do in a company of a kind. */
export const privilegesOf = (kind: CompanyKind, role: Role): Privilege[] =>
  NAMES.filter((name) => privilegeRow(name).kinds.includes(kind) && privilegeRow(name).roles.includes(role))

/**
 * May somebody of role `giver` give `role` in a company of `kind`? Only what their own role would hold there: nobody gives a
 * role above their own (spec/domain.md §1, T). Administrators hold everything. Code: roleAboveOwn.
 */
export function mayGiveRole(giver: Role, role: Role, kind: CompanyKind): Decision {
  const own = new Set(privilegesOf(kind, giver))
  return giver === 'administrator' || privilegesOf(kind, role).every((privilege) => own.has(privilege))
    ? yes(true)
    : no('roleAboveOwn')
}

/** The roles that a form may offer. */
export const givableRoles = (giver: Role, kind: CompanyKind): Role[] =>
  ROLES.filter((role) => mayGiveRole(giver, role, kind).ok)

/** An account as the rules need it. */
export type RuledAccount = {
  id: string
  role: Role
  enabled: boolean
  /** The only enabled administrator of its company. */
  isLastAdministrator: boolean
}

type Giver = { accountId: string; role: Role }

/** May `giver` give the account another role? Codes, in this order: ownRole · roleAboveOwn · lastAdministrator. */
export function maySetRole(giver: Giver, account: RuledAccount, role: Role, kind: CompanyKind): Decision<Role> {
  if (account.id === giver.accountId) return no('ownRole')
  const given = mayGiveRole(giver.role, role, kind)
  if (!given.ok) return given
  return account.isLastAdministrator && role !== 'administrator' ? no('lastAdministrator') : yes(role)
}

/** May the account be disabled or enabled? Code: lastAdministrator. */
export function maySetEnabled(account: RuledAccount, isEnabled: boolean): Decision<boolean> {
  return !isEnabled && account.isLastAdministrator ? no('lastAdministrator') : yes(isEnabled)
}

/** May the account be deleted, for ever? Code: lastAdministrator. */
export const mayDelete = (account: RuledAccount): Decision =>
  account.isLastAdministrator ? no('lastAdministrator') : yes(true)
