import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { record } from '@/server/features/log/record'
import { DomainError } from '@/server/lib/errors'
import { TWO_FACTOR_POLICIES, type TwoFactorPolicy } from './two-factor-schema'

/** Who must have a second factor: what the company says itself, and what those above it demand of it. */
export async function policyOf(tx: Tx, actor: Actor): Promise<{ own: TwoFactorPolicy; above: TwoFactorPolicy }> {
  const [row] = await tx.$queryRaw<{ own: TwoFactorPolicy; above: TwoFactorPolicy }[]>`
    select two_factor_policy::text as own, two_factor_policy_above(scope)::text as above from company where id = ${actor.companyId}`
  if (!row) throw new DomainError('notFound')
  return row
}

/**
 * Whom a policy would ask to set up a second factor before they go on: accounts of one's own company and of all below it that
 * can sign in and have none, with the first names of the list.
 */
export async function affectedBy(tx: Tx, actor: Actor, { policy }: { policy: TwoFactorPolicy }) {
  if (policy === 'off') return { accounts: 0, companies: 0, first: [] }
  const everyone = policy === 'everyone'
  const [counted] = await tx.$queryRaw<{ accounts: number; companies: number }[]>`
    select count(*)::int as accounts, count(distinct company_id)::int as companies from account a
    where a.scope >= ${actor.scope} and a.scope < ${`${actor.scope}~`} and a.enabled and a.two_factor = 'off'
      and (${everyone} or a.role = 'administrator')`
  const first = await tx.$queryRaw<{ id: string; name: string; companyName: string }[]>`
    select a.id, a.first_name || ' ' || a.last_name as name, c.name as "companyName"
    from account a join company c on c.id = a.company_id
    where a.scope >= ${actor.scope} and a.scope < ${`${actor.scope}~`} and a.enabled and a.two_factor = 'off'
      and (${everyone} or a.role = 'administrator')
    order by a.scope, a.id limit 5`
  return { accounts: counted?.accounts ?? 0, companies: counted?.companies ?? 0, first }
}

/** Sets the policy of one's own company. Refuses with policyInherited (field policy): those above demand more. */
export async function setPolicy(tx: Tx, actor: Actor, { policy }: { policy: TwoFactorPolicy }): Promise<void> {
  const { own, above } = await policyOf(tx, actor)
  if (policy === own) return
  if (TWO_FACTOR_POLICIES.indexOf(policy) < TWO_FACTOR_POLICIES.indexOf(above))
    throw new DomainError('policyInherited', {}, 'policy')
  await tx.company.updateMany({ where: { id: actor.companyId }, data: { twoFactorPolicy: policy } })
  await record(tx, actor, {
    scope: actor.scope,
    action: 'company.update',
    targetType: 'company',
    targetId: actor.companyId,
    targetName: actor.companyName,
    before: { twoFactorPolicy: own },
    after: { twoFactorPolicy: policy },
  })
}
