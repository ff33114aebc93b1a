import type { Tx } from '@/server/db/client'
import { todayOf } from '@/server/features/companies/today'
import { bitsOf } from '@/server/features/customers/list-filter'
import { LICENCE_CONDITIONS, type LicenceCondition } from '@/server/features/customers/list-options'
import { addDays, type Day } from '@/server/lib/period'
import { keptOf, sumOf } from './kept'

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
  /** Plans that I may assign and that can be assigned; null for roles that do not see plans. */
  enabledPlans: number | null
}

const RED = bitsOf('grace') | bitsOf('expired') | bitsOf('suspended')
/** Of the two degrees of use beyond what is provisioned the higher one is red. */
const FAR_OVER = bitsOf('exceeded') & (bitsOf('exceeded') << 1)
const YELLOW = bitsOf('expiringSoon') | (bitsOf('exceeded') ^ FAR_OVER)

/** How the licences below me stand, from the figures that are kept for each company. Fetched after the first paint. */
export async function licenceTally(
  tx: Tx,
  { scope, seesCustomers, seesPlans }: { scope: string; seesCustomers: boolean; seesPlans: boolean },
): Promise<LicenceTally> {
  return {
    customers: seesCustomers ? await customersBy(tx, scope) : null,
    enabledPlans: seesPlans ? await assignablePlans(tx, scope) : null,
  }
}

async function customersBy(tx: Tx, scope: string): Promise<LicenceTally['customers']> {
  const from = await todayOf(tx, scope)
  const kept = await keptOf(tx, scope, [
    { figure: 'bits' },
    { figure: 'expiry', from, to: addDays(from, EXPIRY_DAYS[2]) },
  ])
  const having = (mask: number) => sumOf(kept, 'bits', (bits) => (Number(bits) & mask) !== 0)
  return {
    with: Object.fromEntries(LICENCE_CONDITIONS.map((one) => [one, having(bitsOf(one))])) as Record<
      LicenceCondition,
      number
    >,
    action: having(RED | FAR_OVER),
    warning: having(YELLOW),
    expiring: EXPIRY_DAYS.map((days) => {
      const to = addDays(from, days)
      return { days, from, to, count: sumOf(kept, 'expiry', (day) => day <= to) }
    }),
  }
}

/** One's own, and those that one's parent gave. */
async function assignablePlans(tx: Tx, scope: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select ((select count(*) from service_plan p where p.scope = ${scope} and p.enabled and p.locked_at is null)
      + (select count(*) from plan_grant g join service_plan p on p.id = g.plan_id
         where g.scope = ${scope} and p.enabled and p.locked_at is null))::int as count`
  return row?.count ?? 0
}
