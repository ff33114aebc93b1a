import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { listDataCentres } from '@/server/features/plans/data-centres'
import { grantableToNew } from '@/server/features/plans/grants'
import { allocatable } from '@/server/features/products/allocations'

/** What there is to give to a partner that is to be: products for an MSP, plans for a reseller, data centres. */
export async function newPartnerOptions(tx: Tx, actor: Actor) {
  return {
    allocatable: await allocatable(tx, actor),
    plans: await grantableToNew(tx, actor),
    dataCentres: await listDataCentres(tx, actor.scope),
  }
}
export type NewPartnerOptions = Awaited<ReturnType<typeof newPartnerOptions>>
