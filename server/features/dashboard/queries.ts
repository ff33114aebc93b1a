import type { Tx } from '@/server/db/client'

export type Tally = {
  /** Null for roles that do not see customers. */
  customers: { enabled: number; disabled: number; recent: number } | null
  /** Null for roles and kinds that do not see partners. */
  partners: { active: number; suspended: number } | null
}

type Counted = { enabled: number; disabled: number; recent: number; active: number; suspended: number }

/** Companies below me by kind and status; `recent`: created in the last 30 days. Fetched after the first paint. */
export async function tally(
  tx: Tx,
  { scope, seesCustomers, seesPartners }: { scope: string; seesCustomers: boolean; seesPartners: boolean },
): Promise<Tally> {
  if (!seesCustomers && !seesPartners) return { customers: null, partners: null }
  const [row] = await tx.$queryRaw<Counted[]>`
    select
      count(*) filter (where kind = 'customer' and status = 'enabled')::int as enabled,
      count(*) filter (where kind = 'customer' and status = 'disabled')::int as disabled,
      count(*) filter (where kind = 'customer' and created_at > now() - interval '30 days')::int as recent,
      count(*) filter (where kind in ('msp', 'reseller') and status = 'active')::int as active,
      count(*) filter (where kind in ('msp', 'reseller') and status = 'suspended')::int as suspended
    from company where scope > ${scope} and scope < ${`${scope}~`}`
  const { enabled, disabled, recent, active, suspended } = row ?? {
    enabled: 0,
    disabled: 0,
    recent: 0,
    active: 0,
    suspended: 0,
  }
  return {
    customers: seesCustomers ? { enabled, disabled, recent } : null,
    partners: seesPartners ? { active, suspended } : null,
  }
}
