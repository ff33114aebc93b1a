import { Prisma } from '@/prisma/generated/client'
import { all, any, atAndBelow, contains, during } from '@/server/db/sql-pieces'
import type { LogFilter } from './schema'

const { sql } = Prisma

/** From whose place the log is read, and in which time zone days are meant. */
export type LogViewer = { scope: string; timeZone: string }

/** The conditions of a filter on `l`. */
export function logConditions({ scope, timeZone }: LogViewer, filter: LogFilter): Prisma.Sql {
  return all([
    atAndBelow(sql`l`, scope),
    filter.q && any([contains(sql`l.account_name`, filter.q), contains(sql`l.target_name`, filter.q)]),
    filter.action?.length && sql`l.action = any (${filter.action}::text[])`,
    filter.target?.length && sql`l.target_type = any (${filter.target}::text[])`,
    filter.targetId && sql`l.target_id = ${filter.targetId}`,
    filter.partnerId && sql`l.partner_id = ${filter.partnerId}`,
    filter.refused !== undefined && sql`l.refused = ${filter.refused}::boolean`,
    ...during(sql`l.at`, filter, timeZone),
  ])
}
