import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { widen } from '@/server/db/scoped'
import { record } from '@/server/features/log/record'
import { DomainError } from '@/server/lib/errors'
import { demand } from '@/server/lib/result'
import { moveDecision, partiesOf, plansAt, subscriptionsOf } from './queries'
import { isPlanned, plansFor } from './rules'
import type { MoveOrder } from './schema'

/**
 * Moves a customer with everything it owns to another managing company of the channel; the administration log stays where it
 * was written. Refuses with notFound, sameManager, wrongParent, targetSuspended, targetCancelled, remoteManagementOff,
 * noPlanThere (product, partner), allocationDisabled, changedMeanwhile (units do not fit any more).
 */
export async function moveCustomer(tx: Tx, actor: Actor, { companyId, toId, plans }: MoveOrder): Promise<void> {
  await widen(tx, actor)
  await lockParties(tx, companyId, toId)
  const { customer, from, to } = await partiesOf(tx, companyId, toId)
  const licences = await subscriptionsOf(tx, customer.scope)
  demand(await moveDecision(tx, from, to, licences))
  const there = await plansAt(tx, to.scope)
  const mapped: Record<string, string> = {}
  for (const licence of licences) {
    const moving = { ...licence, productName: licence.product.name }
    const fitting = plansFor(moving, there)
    const wanted = plans.find(({ subscriptionId }) => subscriptionId === licence.subscriptionId)
    const chosen = fitting.find(({ id }) => id === wanted?.planId) ?? (wanted ? undefined : fitting[0])
    mapped[licence.subscriptionId] = demand(isPlanned(moving, chosen, to.name)).id
  }
  const [moved] = await tx.$queryRaw<{ scope: string | null }[]>`
    select move_customer(${customer.scope}, ${to.scope}, ${JSON.stringify(mapped)}::jsonb) as scope`
  if (!moved?.scope) throw new DomainError('notFound')
  const about = {
    action: 'customer.move',
    targetType: 'company',
    targetId: companyId,
    targetName: customer.name,
  } as const
  const states = { before: { managedBy: from.name }, after: { managedBy: to.name } }
  // Told at both places: neither sees the other's log.
  await record(tx, actor, { scope: moved.scope, ...about, ...states })
  await record(tx, actor, { scope: from.scope, ...about, ...states })
}

/** The managing company before its customer, as everywhere (licences/load.ts): both as they are until the transaction ends. */
const lockParties = (tx: Tx, customerId: string, toId: string) => tx.$queryRaw`
  select 1 from company where id in (${customerId}, ${toId}) order by kind = 'customer', scope for update`
