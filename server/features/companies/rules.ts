import type { CompanyStatus } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import { type Decision, no, yes } from '@/server/lib/result'

/** The three tiers: parents, partners, customers. */
export const TIER: Record<CompanyKind, 1 | 2 | 3> = { distributor: 1, isp: 1, msp: 2, reseller: 2, customer: 3 }

/** May a company of `kind` hang below one of `parent`? Partners below parents, customers below either. Code: wrongParent. */
export function mayCreateBelow(parent: CompanyKind, kind: CompanyKind): Decision {
  const fits = TIER[kind] === 2 ? TIER[parent] === 1 : TIER[kind] === 3 && TIER[parent] < 3
  return fits ? yes(true) : no('wrongParent')
}

/** The status with which a new company begins. */
export const firstStatus = (kind: CompanyKind): CompanyStatus => (kind === 'customer' ? 'enabled' : 'active')

const STATUSES: Record<1 | 2 | 3, readonly CompanyStatus[]> = {
  1: ['active'],
  2: ['active', 'suspended', 'cancelled'],
  3: ['enabled', 'disabled'],
}

/**
 * May a company take this status? Partners move between active and suspended until cancelled, which is final; customers between
 * enabled and disabled. Codes: cancelledFinal · wrongKind (no such status for its kind) · statusUnchanged.
 */
export function mayBecome(
  company: { kind: CompanyKind; status: CompanyStatus },
  to: CompanyStatus,
): Decision<{ from: CompanyStatus; to: CompanyStatus }> {
  if (company.status === 'cancelled') return no('cancelledFinal')
  if (!STATUSES[TIER[company.kind]].includes(to)) return no('wrongKind')
  if (company.status === to) return no('statusUnchanged')
  return yes({ from: company.status, to })
}

/**
 * What the partner in between leaves open to those above it (the same answer as `decide` gives for one target):
 * targetCancelled · targetSuspended.
 */
export function mayChangeBelow(manager: { kind: CompanyKind; status: CompanyStatus }): Decision {
  if (manager.status === 'cancelled') return no('targetCancelled')
  if (manager.status === 'suspended') return no('targetSuspended')
  return yes(true)
}
