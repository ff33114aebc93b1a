import { Prisma } from '@/prisma/generated/client'
import { all, any, atAndBelow, contains, during } from '@/server/db/sql-pieces'
import type { TransactionFilter } from './schema'

const { sql } = Prisma

/** From whose place transactions are read, and in which time zone days are meant. */
export type TransactionViewer = { scope: string; timeZone: string }

/** Those of one managing company; one's own are those that no partner stands between. */
function ofPartner(scope: string, partnerId: string): Prisma.Sql {
  if (!scope.endsWith(`${partnerId}.`)) return sql`t.branch_id = ${partnerId}::text`
  return sql`t.scope collate "C" = any (array(select c.scope from company c where c.parent_scope = ${scope}::text))`
}

/** The conditions of a filter on `t`. Every value is cast: exports carry them as settings. */
export function transactionConditions({ scope, timeZone }: TransactionViewer, filter: TransactionFilter): Prisma.Sql {
  const { q } = filter
  return all([
    atAndBelow(sql`t`, scope),
    q &&
      any(
        [sql`t.customer_name`, sql`t.product_name`, sql`t.plan_name`, sql`t.reference`].map((name) =>
          contains(name, q),
        ),
      ),
    filter.type?.length && sql`t.type::text = any (${filter.type}::text[])`,
    filter.productId && sql`t.product_id = ${filter.productId}::uuid`,
    filter.planId && sql`t.plan_id = ${filter.planId}::uuid`,
    filter.partnerId && ofPartner(scope, filter.partnerId),
    filter.customerId && sql`t.scope = (select c.scope from company c where c.id = ${filter.customerId}::text)`,
    ...during(sql`t.at`, filter, timeZone),
  ])
}
