import { Prisma } from '@/prisma/generated/client'
import type { CompanyStatus } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { holdMsps } from '@/server/features/companies/remote'
import { todaysOf } from '@/server/features/companies/today'
import type { Day } from '@/server/lib/period'
import { type LoadedLicence, loadLicences } from './load'
import type { Customer } from './plan-rules'

const { sql } = Prisma

/** A customer as assigning needs it; `subscriptions` are those of the products asked for, not cancelled. */
export type LoadedCustomer = Omit<Customer, 'subscriptions'> & {
  id: string
  scope: string
  name: string
  isReachable: boolean
  managingScope: string
  managerName: string
  today: Day
  subscriptions: readonly LoadedLicence[]
}

type Row = {
  id: string
  scope: string
  name: string
  isReachable: boolean
  status: CompanyStatus
  managingScope: string
  managerName: string
  managerKind: CompanyKind
  managerStatus: CompanyStatus
}

/**
 * Customers that meet a condition on `c`, in the order of their ids, from after `afterId` on. `lock` keeps them, their
 * subscriptions and what their MSPs may do as they are until the transaction ends.
 */
export async function loadCustomers(
  tx: Tx,
  condition: Prisma.Sql,
  {
    productIds,
    afterId = '',
    limit,
    lock = false,
  }: { productIds: readonly string[]; afterId?: string; limit?: number; lock?: boolean },
): Promise<LoadedCustomer[]> {
  if (lock) {
    await holdMsps(
      tx,
      sql`m.scope in (select c.parent_scope from company c where c.kind = 'customer' and ${condition})`,
    )
    await tx.$executeRaw`
      select from company where scope in (select c.scope from company c where c.kind = 'customer' and ${condition})
      order by scope for update`
  }
  const rows = await tx.$queryRaw<Row[]>`
    select c.id, c.scope, c.name, exists (select from account a where a.id = c.contact_id and a.enabled) as "isReachable", c.status::text as status, m.scope as "managingScope",
      m.name as "managerName", m.kind::text as "managerKind", m.status::text as "managerStatus"
    from company c join company m on m.scope = c.parent_scope
    where c.kind = 'customer' and c.id > ${afterId} and ${condition}
    order by c.id ${limit === undefined ? Prisma.empty : sql`limit ${limit}`}`
  const scopes = rows.map(({ scope }) => scope)
  const todays = await todaysOf(
    tx,
    rows.map(({ managingScope }) => managingScope),
  )
  const held = await loadLicences(
    tx,
    sql`s.scope = any (${scopes}::text[]) and s.cancelled_on is null and s.product_id = any (${[...productIds]}::uuid[])`,
    { lock },
  )
  const byScope = Map.groupBy(held, ({ scope }) => scope)
  return rows.map(({ managerKind, managerStatus, ...row }) => {
    const today = todays.get(row.managingScope)
    if (today === undefined) throw new Error(`no day for ${row.managingScope}`)
    const manager = { name: row.managerName, kind: managerKind, status: managerStatus }
    return { ...row, manager, today, subscriptions: byScope.get(row.scope) ?? [] }
  })
}
