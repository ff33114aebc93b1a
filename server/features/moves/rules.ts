import type { CompanyStatus } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import { mayChangeBelow, mayCreateBelow } from '@/server/features/companies/rules'
import type { Version } from '@/server/features/products/rules'
import { type Decision, no, yes } from '@/server/lib/result'

export type Place = { id: string; name: string; kind: CompanyKind; status: CompanyStatus }

/** May a customer move from one managing company to another? Codes: targetCancelled · targetSuspended · wrongParent · sameManager. */
export function mayMove(from: Place, to: Place): Decision {
  if (from.id === to.id) return no('sameManager', { partner: to.name })
  const fits = mayCreateBelow(to.kind, 'customer')
  return fits.ok ? mayChangeBelow(to) : fits
}

/** What is installed at a customer that is managed remotely needs a place that goes on with it. Code: remoteManagementOff. */
export const mayTakeRemote = (
  moving: readonly { managed: boolean; cancelledOn: string | null }[],
  managesRemotely: boolean,
): Decision =>
  managesRemotely || !moving.some(({ managed, cancelledOn }) => managed && cancelledOn === null)
    ? yes(true)
    : no('remoteManagementOff')

/** A plan at the new place, as a subscription may go on with it. */
export type PlanThere = { id: string; name: string; productId: string; version: Version; nfr: boolean }
type Moving = { productId: string; version: Version; nfr: boolean; productName: string }

/** With which plans a subscription can go on: same product, same version, free or not as before. Disabled ones too: nothing new is sold. */
export const plansFor = (moving: Moving, there: readonly PlanThere[]): PlanThere[] =>
  there.filter(
    ({ productId, version, nfr }) => productId === moving.productId && version === moving.version && nfr === moving.nfr,
  )

/** Has each subscription a plan to go on with? Code: noPlanThere (product, partner). */
export function isPlanned(moving: Moving, chosen: PlanThere | undefined, partner: string): Decision<PlanThere> {
  return chosen ? yes(chosen) : no('noPlanThere', { product: moving.productName, partner })
}
