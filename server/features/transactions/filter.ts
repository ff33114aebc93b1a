import { Prisma } from '@/prisma/generated/client'
import { addDays, startOfDay } from '@/server/lib/period'
import type { TransactionFilter } from './schema'

const { sql } = Prisma

/** From whose place transactions are read, and in which time zone days are meant. */
export type TransactionViewer = { scope: string; timeZone: string }

/** Everything at and below a path, by the one column whose index has it in order of time. */
function reach(scope: string): Prisma.Sql {
  const [channelId = '', branchId = '', leafId = ''] = scope.split('.')
  if (leafId !== '') return sql`t.scope = ${scope}::text`
  return branchId === '' ? sql`t.channel_id = ${channelId}::text` : sql`t.branch_id = ${branchId}::text`
}

/** Those of one managing company; one's own are those that no partner stands between. */
function ofPartner(scope: string, partnerId: string): Prisma.Sql {
  if (!scope.endsWith(`${partnerId}.`)) return sql`t.branch_id = ${partnerId}::text`
  return sql`t.scope collate "C" = any (array(select c.scope from company c where c.parent_scope = ${scope}::text))`
}

/** The conditions of a filter on `t`. Every value is cast: exports carry them as settings. */
export function transactionConditions({ scope, timeZone }: TransactionViewer, filter: TransactionFilter): Prisma.Sql {
  const like = (column: Prisma.Sql) => sql`fold(${column}) like (select search_pattern(${filter.q ?? ''}::text))`
  const parts = [
    reach(scope),
    filter.q &&
      sql`(${like(sql`t.customer_name`)} or ${like(sql`t.product_name`)} or ${like(sql`t.plan_name`)} or ${like(sql`t.reference`)})`,
    filter.type?.length && sql`t.type::text = any (${filter.type}::text[])`,
    filter.productId && sql`t.product_id = ${filter.productId}::uuid`,
    filter.planId && sql`t.plan_id = ${filter.planId}::uuid`,
    filter.partnerId && ofPartner(scope, filter.partnerId),
    filter.customerId && sql`t.scope = (select c.scope from company c where c.id = ${filter.customerId}::text)`,
    filter.from && sql`t.at >= ${startOfDay(filter.from, timeZone).toString()}::timestamptz`,
    filter.to && sql`t.at < ${startOfDay(addDays(filter.to, 1), timeZone).toString()}::timestamptz`,
  ].filter((part): part is Prisma.Sql => typeof part === 'object')
  return Prisma.join(parts, ' and ')
}
