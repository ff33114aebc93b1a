import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { CustomerSelection } from './selection'

/** The condition on `c` (company) that a selection stands for. */
export function selectionCondition(_actor: Actor, selection: CustomerSelection): Prisma.Sql {
  return Prisma.sql`c.id = any (${[...selection.ids]}::text[])`
}
