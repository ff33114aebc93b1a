import { type Actor, isReadOnly, mayAtAll } from '@/server/access/decide'
import { PRIVILEGES, type Privilege } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { DomainError } from '@/server/lib/errors'

const NAMES = Object.keys(PRIVILEGES) as Privilege[]

/** Who is signed in and what they may do at all (kind × role × status): what the shell shows and hides by. */
export async function whoAmI(tx: Tx, actor: Actor) {
  const company = await tx.company.findUnique({ where: { id: actor.companyId }, select: { slug: true } })
  if (!company) throw new DomainError('notFound')
  const { accountId, companyId, companyName, kind, role, loginName, firstName, lastName, email, locale, timeZone } =
    actor
  return {
    accountId,
    companyId,
    companyName,
    companySlug: company.slug,
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
