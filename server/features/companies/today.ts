import type { Tx } from '@/server/db/client'
import type { Day } from '@/server/lib/period'

/**
 * The day it is for the customers of a managing company, by the database's clock (`app_now()`) and the time zone of the account
 * that speaks for that company. Every rule about days takes its `today` from here, or from the same SQL function.
 */
export async function todayOf(tx: Tx, managingScope: string): Promise<Day> {
  const [row] = await tx.$queryRaw<{ today: string }[]>`select company_today(${managingScope})::text as today`
  if (!row) throw new Error('the database gave no day')
  return row.today
}

/** The same for several managing companies, by their paths. */
export async function todaysOf(tx: Tx, managingScopes: readonly string[]): Promise<Map<string, Day>> {
  const rows = await tx.$queryRaw<{ scope: string; today: string }[]>`
    select scope, company_today(scope)::text as today from unnest(${[...new Set(managingScopes)]}::text[]) as scope`
  return new Map(rows.map(({ scope, today }) => [scope, today]))
}
