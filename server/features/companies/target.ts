import type { Actor, ChainLink, Target } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { isCompanyId } from '@/server/lib/id-form'

/**
 * The company that an id names, seen from the actor; null when it is outside the reach or never was (the same to the caller).
 * Its chain continues the actor's own downwards.
 */
export async function findTarget(tx: Tx, actor: Actor, companyId: unknown): Promise<Target | null> {
  // nothing else ever was one; some of it (NUL) the database would not even read
  if (typeof companyId !== 'string' || !isCompanyId(companyId)) return null
  const links = await tx.$queryRaw<(ChainLink & { scope: string; kind: CompanyKind })[]>`
    select p.id, p.kind::text as kind, p.status::text as status, p.scope
    from company c join company p on p.scope in (c.scope, c.parent_scope)
    where c.id = ${companyId} order by p.scope`
  const company = links.at(-1)
  if (!company) return null
  const below = links.filter(({ scope }) => scope.length > actor.scope.length)
  return {
    scope: company.scope,
    kind: company.kind,
    chain: [...actor.chain, ...below.map(({ id, kind, status }) => ({ id, kind, status }))],
  }
}
