import { Prisma } from '@/prisma/generated/client'
import { addDays, startOfDay } from '@/server/lib/period'
import type { LogFilter } from './schema'

const { sql } = Prisma

/** From whose place the log is read, and in which time zone days are meant. */
export type LogViewer = { scope: string; timeZone: string }

/** Everything at and below a path, by the one column whose index has it in order of time. */
export function logReach(scope: string): Prisma.Sql {
  const [channelId = '', branchId = '', leafId = ''] = scope.split('.')
  if (leafId !== '') return sql`l.scope = ${scope}`
  return branchId === '' ? sql`l.channel_id = ${channelId}` : sql`l.branch_id = ${branchId}`
}

/** The conditions of a filter on `l`. */
export function logConditions({ scope, timeZone }: LogViewer, filter: LogFilter): Prisma.Sql {
  const like = (column: Prisma.Sql) => sql`fold(${column}) like (select search_pattern(${filter.q ?? ''}))`
  const parts = [
    logReach(scope),
    filter.q && sql`(${like(sql`l.account_name`)} or ${like(sql`l.target_name`)})`,
    filter.action?.length && sql`l.action = any (${filter.action}::text[])`,
    filter.target?.length && sql`l.target_type = any (${filter.target}::text[])`,
    filter.targetId && sql`l.target_id = ${filter.targetId}`,
    filter.refused !== undefined && sql`l.refused = ${filter.refused}::boolean`,
    filter.from && sql`l.at >= ${startOfDay(filter.from, timeZone).toString()}::timestamptz`,
    filter.to && sql`l.at < ${startOfDay(addDays(filter.to, 1), timeZone).toString()}::timestamptz`,
  ].filter((part): part is Prisma.Sql => typeof part === 'object')
  return Prisma.join(parts, ' and ')
}
