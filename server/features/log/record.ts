import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Privilege } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import type { ErrorCode } from '@/server/lib/errors'
import type { LogTarget } from './targets'

/** One change, as the administration log keeps it. `scope` is the path of the company that the change belongs to. */
export type Change = {
  scope: string
  action: Privilege
  targetType: LogTarget
  targetId: string
  targetName: string
  before?: Prisma.InputJsonObject
  after?: Prisma.InputJsonObject
}

const by = (actor: Actor) => ({
  accountId: actor.accountId,
  accountName: `${actor.firstName} ${actor.lastName}`,
  companyName: actor.companyName,
})

/** Writes the change in the transaction that makes it. */
export async function record(
  tx: Tx,
  actor: Actor,
  change: Change,
  from: { address?: string; requestId?: string } = {},
): Promise<void> {
  await tx.logEntry.createMany({ data: [{ ...by(actor), ...change, ...from }] })
}

/** Writes many changes of one step in one statement. */
export async function recordAll(tx: Tx, actor: Actor, changes: readonly Change[]): Promise<void> {
  await tx.logEntry.createMany({ data: changes.map((change) => ({ ...by(actor), ...change })) })
}

/** Writes a refused attempt, in a transaction of its own: the attempt's was rolled back. */
export async function recordRefusal(
  from: { address: string; requestId: string },
  actor: Actor,
  action: Privilege,
  companyId: unknown,
  code: ErrorCode,
): Promise<void> {
  const targetId = typeof companyId === 'string' ? companyId.slice(0, 16) : actor.companyId
  await inScope(actor.scope, 'write', (tx) =>
    tx.logEntry.createMany({
      data: [
        {
          ...by(actor),
          scope: actor.scope,
          action,
          targetType: 'company',
          targetId,
          targetName: '',
          after: { code },
          refused: true,
          address: from.address,
          requestId: from.requestId,
        },
      ],
    }),
  )
}
