import type { CompanyStatus } from '@/server/access/decide'
import type { PlanChoice } from '@/server/features/customers/plan-choice'
import type { SubscriptionRow } from '@/server/features/licences/queries'
import { applied, type Effect, type Licence, type LicenceState, pooledUnits } from '@/server/features/licences/state'
import { claim } from '@/server/features/products/allocation-rules'
import type { Version } from '@/server/features/products/rules'
import type { Day } from '@/server/lib/period'
import { type Decision, yes } from '@/server/lib/result'

/** The customer whose licences are shown, and who manages it. */
export type Holder = { id: string; name: string; status: CompanyStatus; manager: Licence['manager'] & { id: string } }

/** A row of the screen as the rules take it. */
export const licenceOf = (
  row: SubscriptionRow,
  { manager }: Pick<Holder, 'manager'>,
): Licence & { subscriptionId: string } => ({
  ...row,
  enabled: row.isCustomerEnabled,
  manager,
})

/** The pools of a managing company as its screen knows them; undefined until they are loaded. */
export type Pools = Pick<PlanChoice, 'pools' | 'manager'> | undefined

type Sold = { productId: string; version: Version }

/** What the pool of a product says to so many units more. Codes: notAllocated · allocationDisabled · poolExceeded. */
export function poolAllows(choice: Pools, { productId, version }: Sold, units: number): Decision<unknown> {
  if (choice?.manager.kind !== 'msp' || units <= 0) return yes(true)
  const pool = choice.pools.find((one) => one.productId === productId && one.version === version)
  return claim(pool ? { ...pool, partner: choice.manager.name } : null, units, choice.manager.name)
}

const taken = (state: LicenceState, today: Day): number => (state.nfr ? 0 : pooledUnits(state, today))

/** An effect that the rule granted, asked of the pool too. */
export function withPool(
  choice: Pools,
  licence: LicenceState,
  decision: Decision<Effect>,
  today: Day,
): Decision<Effect> {
  if (!decision.ok) return decision
  const after = applied(licence, decision.value)
  const isSamePool = after.productId === licence.productId && after.version === licence.version
  const allowed = poolAllows(choice, after, taken(after, today) - (isSamePool ? taken(licence, today) : 0))
  return allowed.ok ? decision : allowed
}
