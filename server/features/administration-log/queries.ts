import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { cutPage } from '@/server/db/keyset'
import { iso } from '@/server/db/sql-pieces'
import type { LogTarget } from '@/server/features/log/targets'
import { type LogViewer, logConditions } from './filter'
import type { LogFilter, LogPage } from './schema'

const { sql } = Prisma

/** An entry as the list and its detail show it. Instants are ISO strings. */
export type LogRow = {
  id: string
  at: string
  accountName: string
  companyName: string
  action: string
  targetType: LogTarget
  targetId: string
  targetName: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  refused: boolean
  address: string
  requestId: string
}

/** Newest first, keyset by id: uuid v7 is in the order of creation, and the index has it so. */
export async function listLog(tx: Tx, viewer: LogViewer, { filter, after, before, limit }: LogPage) {
  const isBackwards = before !== undefined
  const beyond = before ? sql`and l.id > ${before}::uuid` : after ? sql`and l.id < ${after}::uuid` : Prisma.empty
  const found = await tx.$queryRaw<LogRow[]>`
    select l.id, ${iso(sql`l.at`)} as at, l.account_name as "accountName",
      l.company_name as "companyName", l.action, l.target_type as "targetType", l.target_id as "targetId",
      l.target_name as "targetName", l.before, l.after, l.refused, l.address, l.request_id as "requestId"
    from log_entry l where ${logConditions(viewer, filter)} ${beyond}
    order by l.id ${isBackwards ? sql`asc` : sql`desc`} limit ${limit + 1}`
  return cutPage(found, { after, before, limit }, ({ id }) => id)
}

/** How many match; asked for apart from the rows. */
export async function countLog(tx: Tx, viewer: LogViewer, { filter }: { filter: LogFilter }): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from log_entry l where ${logConditions(viewer, filter)}`
  return row?.count ?? 0
}
