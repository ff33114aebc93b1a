import { Prisma } from '@/prisma/generated/client'
import { all } from '@/server/db/sql-pieces'
import { conditionsOf, found, inReach, reachOf, type Viewer } from './list-filter'
import type { CustomerSelection } from './selection'

const { sql } = Prisma

/** The condition on `c` (company) that a selection stands for: the customers that the list shows under the same filter. */
export function selectionCondition({ scope, timeZone }: Viewer, selection: CustomerSelection): Prisma.Sql {
  if (selection.kind === 'ids') return sql`${inReach(reachOf(scope))} and c.id = any (${[...selection.ids]}::text[])`
  const { filter, except } = selection
  const reach = reachOf(scope, filter.partnerId)
  const conditions = [inReach(reach), ...found(conditionsOf(filter, reach, timeZone))]
  return all(except.length === 0 ? conditions : [...conditions, sql`c.id <> all (${[...except]}::text[])`])
}
