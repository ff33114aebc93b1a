import { type ItemState, Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'

export type NamedItem = { ref: string; name: string; state: ItemState; code: string | null; params: Prisma.JsonValue }

const { sql } = Prisma
/** As the lists that the targets were selected from are sorted (company.name). */
const NAME = sql`i.name collate "und-x-icu"`

/** Targets that meet a condition on `i`, in the order of their names, from behind the one whose ref is `after` on. */
export function itemsByName(
  tx: Tx,
  operationId: string,
  { condition, after, limit }: { condition: Prisma.Sql; after?: string | undefined; limit: number },
): Promise<NamedItem[]> {
  const isBehind =
    after === undefined
      ? sql`true`
      : sql`(${NAME}, i.ref) > (select a.name, a.ref from operation_item a where a.operation_id = ${operationId}::uuid and a.ref = ${after})`
  return tx.$queryRaw`
    select i.ref, i.name, i.state::text as state, i.code, i.params from operation_item i
    where i.operation_id = ${operationId}::uuid and ${condition} and ${isBehind}
    order by ${NAME}, i.ref limit ${limit}`
}
