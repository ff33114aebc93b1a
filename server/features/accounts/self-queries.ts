import { type Actor, isReadOnly, mayAtAll } from '@/server/access/decide'
import { PRIVILEGES, type Privilege } from '@/server/access/privileges'

const NAMES = Object.keys(PRIVILEGES) as Privilege[]

/** Who is signed in and what they may do at all (kind × role × status): what the shell shows and hides by. */
export const whoAmI = (actor: Actor) => ({
  accountId: actor.accountId,
  companyId: actor.companyId,
  companyName: actor.companyName,
  companySlug: actor.companySlug,
  kind: actor.kind,
  role: actor.role,
  loginName: actor.loginName,
  firstName: actor.firstName,
  lastName: actor.lastName,
  email: actor.email,
  locale: actor.locale,
  timeZone: actor.timeZone,
  isReadOnly: isReadOnly(actor.chain),
  mustAddTwoFactor: actor.mustAddTwoFactor ?? false,
  privileges: NAMES.filter((privilege) => mayAtAll(actor, privilege).ok),
})
