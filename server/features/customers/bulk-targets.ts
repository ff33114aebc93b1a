import { Prisma } from '@/prisma/generated/client'
import type { CompanyStatus } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import type { CustomerState } from './rules'

/** A customer as bulk work sees it. */
export type BulkTarget = CustomerState & { id: string; scope: string; name: string; version: number; accounts: number }

type Row = Omit<BulkTarget, 'manager'> & { manager_kind: CompanyKind; manager_status: CompanyStatus }

/**
 * Customers that meet a condition on `c`, in the order of their ids, from after `afterId` on. `lock` keeps them as they are
 * until the transaction ends, in the order of their paths as everything locks them (licences/load.ts). `accounts`: how many of their people can sign in now.
 */
export async function bulkTargets(
  tx: Tx,
  condition: Prisma.Sql,
  { afterId = '', limit, lock = false }: { afterId?: string; limit: number; lock?: boolean },
): Promise<BulkTarget[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select c.id, c.scope, c.name, c.version, c.status::text as status, c.portal::text as portal, c.tags,
      c.product_names as products, p.kind::text as manager_kind, p.status::text as manager_status,
      (select count(*)::int from account a where a.company_id = c.id and a.enabled) as accounts
    from company c join company p on p.scope = c.parent_scope
    where c.kind = 'customer' and c.id > ${afterId} and ${condition}
    order by ${lock ? Prisma.sql`c.scope` : Prisma.sql`c.id`} limit ${limit} ${lock ? Prisma.sql`for update of c` : Prisma.empty}`
  return rows.map(({ manager_kind, manager_status, ...row }) => ({
    ...row,
    manager: { kind: manager_kind, status: manager_status },
  }))
}
