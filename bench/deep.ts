import { Prisma } from '@/prisma/generated/client'
import { writeMark } from '@/server/db/keyset'
import { withClient } from '@/server/db/roles'
import { CUSTOMER_SORTS } from '@/server/features/customers/list-options'
import { ORDERS, orderBy } from '@/server/features/customers/list-order'
import { TOP_SCOPE } from './data'
import type { BenchDatabase } from './databases'
import { inlined } from './statements'

/** A mark nine tenths down each order, as a page there would give it. */
export async function deepMarks({ superuserUrl, size }: BenchDatabase): Promise<Record<string, string>> {
  const [channelId = ''] = TOP_SCOPE.split('.')
  return withClient(superuserUrl, async (client) => {
    const marks: Record<string, string> = {}
    for (const sort of CUSTOMER_SORTS) {
      const statement = Prisma.sql`
        select ${ORDERS[sort].text} as value, c.id from company c where c.kind = 'customer' and c.channel_id = ${channelId}
        order by ${orderBy(sort, false)} offset ${Math.floor(size.customers * 0.9)} limit 1`
      const { rows } = await client.query<{ value: string | null; id: string }>(inlined(statement))
      const [row] = rows
      if (row) marks[sort] = writeMark(row)
    }
    return marks
  })
}
