import { type Actor, isReadOnly, mayAtAll } from '@/server/access/decide'
import { PRIVILEGES, type Privilege } from '@/server/access/privileges'

const NAMES = Object.keys(PRIVILEGES) as Privilege[]

/** Who is signed in and what they may do at all (kind × role × status): what the shell shows and hides by. */
export function whoAmI(actor: Actor) {
  const {
    accountId,
    companyId,
    companyName,
    companySlug,
    kind,
    role,
    loginName,
    firstName,
    lastName,
    email,
    locale,
    timeZone,
  } = actor
  return {
    accountId,
    companyId,
    companyName,
    companySlug,
    kind,
    role,
    loginName,
    firstName,
    lastName,
    email,
    locale,
    timeZone,
    isReadOnly: isReadOnly(actor.chain),
    mustAddTwoFactor: actor.mustAddTwoFactor ?? false,
    privileges: NAMES.filter((privilege) => mayAtAll(actor, privilege).ok),
  }
}
