import type { Tx } from '@/server/db/client'
import { todayOf } from '@/server/features/companies/today'
import { bitsOf, inReach, reachOf } from '@/server/features/customers/list-filter'
import { LICENCE_CONDITIONS, type LicenceCondition } from '@/server/features/customers/list-options'
import { EXPIRY } from '@/server/features/customers/list-order'
import { addDays, type Day } from '@/server/lib/period'

/** Days ahead within which what runs out is counted, each with what lies before it. */
export const EXPIRY_DAYS = [30, 60, 90] as const

export type LicenceTally = {
  /** Null for roles that do not see customers. */
  customers: {
    /** Customers that have a licence in this condition. */
    with: Record<LicenceCondition, number>
    action: number
    warning: number
    /** Customers whose next licence runs out from today up to and with the last day. */
    expiring: { days: number; from: Day; to: Day; count: number }[]
  } | null
  /** Plans of one's own that can be assigned; null for roles that do not see plans. */
  enabledPlans: number | null
}

const RED = bitsOf('grace') | bitsOf('expired') | bitsOf('suspended')
/** Of the two degrees of use beyond what is provisioned the higher one is red. */
const FAR_OVER = bitsOf('exceeded') & (bitsOf('exceeded') << 1)
const YELLOW = bitsOf('expiringSoon') | (bitsOf('exceeded') ^ FAR_OVER)

/** How the licences below me stand, from the figures that are kept beside each customer. Fetched after the first paint. */
export async function licenceTally(
  tx: Tx,
  { scope, seesCustomers, seesPlans }: { scope: string; seesCustomers: boolean; seesPlans: boolean },
): Promise<LicenceTally> {
  return {
    customers: seesCustomers ? await customersBy(tx, scope) : null,
    enabledPlans: seesPlans ? await tx.servicePlan.count({ where: { scope, enabled: true, lockedAt: null } }) : null,
  }
}

async function customersBy(tx: Tx, scope: string): Promise<LicenceTally['customers']> {
  const reach = inReach(reachOf(scope))
  const from = await todayOf(tx, scope)
  const sets = await tx.$queryRaw<{ bits: number; count: number }[]>`
    select c.licence_bits as bits, count(*)::int as count from company c
    where ${reach} and c.licence_bits > 0 group by c.licence_bits`
  const having = (mask: number) => sets.reduce((sum, { bits, count }) => ((bits & mask) === 0 ? sum : sum + count), 0)
  const spans = EXPIRY_DAYS.map((days) => ({ days, from, to: addDays(from, days) }))
  const ending = await tx.$queryRaw<{ day: Day; count: number }[]>`
    select c.next_expiry_on::text as day, count(*)::int as count from company c
    where ${reach} and ${EXPIRY} between ${from}::date and ${addDays(from, EXPIRY_DAYS[2])}::date group by c.next_expiry_on`
  return {
    with: Object.fromEntries(LICENCE_CONDITIONS.map((one) => [one, having(bitsOf(one))])) as Record<
      LicenceCondition,
      number
    >,
    action: having(RED | FAR_OVER),
    warning: having(YELLOW),
    expiring: spans.map((span) => ({
      ...span,
      count: ending.reduce((sum, { day, count }) => (day <= span.to ? sum + count : sum), 0),
    })),
  }
}
