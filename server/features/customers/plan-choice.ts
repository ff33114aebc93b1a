import type { CompanyStatus } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { todayOf } from '@/server/features/companies/today'
import { type LoadedPlan, loadPlans } from '@/server/features/licences/load-plans'
import type { Pool } from '@/server/features/products/allocation-rules'
import type { Version } from '@/server/features/products/rules'
import { DomainError } from '@/server/lib/errors'
import type { Day } from '@/server/lib/period'

/** Plans to offer at once; a company has far fewer. */
const PLANS_MAX = 1000

/**
 * What a managing company can assign: its plans, its own and those given to it, by name, its pools and its day. With it the rules
 * decide on a screen as they will on the server.
 */
export type PlanChoice = {
  manager: { id: string; name: string; kind: CompanyKind; status: CompanyStatus }
  today: Day
  plans: LoadedPlan[]
  pools: (Omit<Pool, 'partner'> & { productId: string; version: Version })[]
}

/** `id`: the managing company, one's own by default. Refuses with notFound. */
export async function listPlansToAssign(tx: Tx, own: string, { id = own }: { id?: string }): Promise<PlanChoice> {
  const manager = await tx.company.findFirst({ where: { id, kind: { not: 'customer' } } })
  if (!manager) throw new DomainError('notFound')
  const { scope, name, kind, status } = manager
  const found = await tx.$queryRaw<{ id: string }[]>`
    select p.id from service_plan p
    where p.scope = ${scope} or exists (select from plan_grant g where g.plan_id = p.id and g.scope = ${scope})
    order by p.name, p.id limit ${PLANS_MAX}`
  const ids = found.map((plan) => plan.id)
  const planOf = await loadPlans(tx, [scope], ids)
  return {
    manager: { id, name, kind, status },
    today: await todayOf(tx, scope),
    plans: ids.flatMap((planId) => planOf(scope, planId) ?? []),
    pools: await tx.$queryRaw<PlanChoice['pools']>`
      select product_id as "productId", version::text as version, allocated, provisioned, refill, disabled
      from allocation where scope = ${scope}`,
  }
}
