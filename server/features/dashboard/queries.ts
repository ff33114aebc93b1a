import type { Tx } from '@/server/db/client'
import { todayOf } from '@/server/features/companies/today'
import { addDays } from '@/server/lib/period'
import { keptOf, sumOf } from './kept'

export type Tally = {
  /** Null for roles that do not see customers. */
  customers: { enabled: number; disabled: number; recent: number } | null
  /** Null for roles and kinds that do not see partners. */
  partners: { active: number; suspended: number } | null
}

const RECENT_DAYS = 30

/** Companies below me by kind and status; `recent`: created in the last 30 days. Fetched after the first paint. */
export async function tally(
  tx: Tx,
  { scope, seesCustomers, seesPartners }: { scope: string; seesCustomers: boolean; seesPartners: boolean },
): Promise<Tally> {
  if (!seesCustomers && !seesPartners) return { customers: null, partners: null }
  const from = addDays(await todayOf(tx, scope), -RECENT_DAYS)
  const kept = await keptOf(tx, scope, [{ figure: 'customer' }, { figure: 'partner' }, { figure: 'created', from }])
  const customers = (status: string) => sumOf(kept, 'customer', (key) => key === status)
  const partners = (status: string) => sumOf(kept, 'partner', (key) => key === status)
  return {
    customers: seesCustomers
      ? { enabled: customers('enabled'), disabled: customers('disabled'), recent: sumOf(kept, 'created') }
      : null,
    partners: seesPartners ? { active: partners('active'), suspended: partners('suspended') } : null,
  }
}
