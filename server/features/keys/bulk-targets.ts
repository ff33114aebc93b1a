import { Prisma } from '@/prisma/generated/client'
import type { CompanyStatus } from '@/server/access/decide'
import type { CompanyKind } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { mayChangeBelow } from '@/server/features/companies/rules'
import { type Decision, yes } from '@/server/lib/result'
import { STATUS } from './list-sql'
import { type KeyStatus, mayCancel } from './rules'

/** A key as bulk work sees it. */
export type BulkKey = {
  id: string
  scope: string
  lastFour: string
  redemptions: number
  redeemed: number
  isCancelled: boolean
  expiresOn: string | null
  status: KeyStatus
  managerKind: CompanyKind
  managerStatus: CompanyStatus
}

/** The start of time: smaller than every id. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** Keys that meet a condition on `k`, in the order of their ids, from after `afterId` on. `lock` keeps them as they are. */
export async function bulkKeys(
  tx: Tx,
  condition: Prisma.Sql,
  { afterId = FIRST_ID, limit, lock = false }: { afterId?: string; limit: number; lock?: boolean },
): Promise<BulkKey[]> {
  return tx.$queryRaw<BulkKey[]>`
    select k.id, k.scope, k.last_four as "lastFour", k.redemptions, k.redeemed, k.cancelled_at is not null as "isCancelled",
      k.expires_on::text as "expiresOn", ${STATUS} as status, c.kind::text as "managerKind", c.status::text as "managerStatus"
    from registration_key k join company c on c.scope = k.scope
    where k.id > ${afterId}::uuid and ${condition}
    order by k.id limit ${limit} ${lock ? Prisma.sql`for update of k` : Prisma.empty}`
}

export type Effect = { from: KeyStatus; to: 'cancelled'; redeemed: number }

/** What cancelling does to a key, or why it cannot be: targetCancelled · targetSuspended · those of mayCancel. */
export function cancelling(key: BulkKey, ownScope: string): Decision<Effect> {
  const below =
    key.scope === ownScope ? yes(true) : mayChangeBelow({ kind: key.managerKind, status: key.managerStatus })
  if (!below.ok) return below
  const may = mayCancel(key)
  return may.ok ? yes({ from: key.status, to: 'cancelled', redeemed: key.redeemed }) : may
}
