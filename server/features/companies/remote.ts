import { Prisma } from '@/prisma/generated/client'
import type { Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'

/** An MSP manages its customers' products remotely where its parent set that up; a parent always. */
export async function managesRemotely(tx: Tx, { kind, scope }: Pick<Target, 'scope' | 'kind'>): Promise<boolean> {
  if (kind !== 'msp') return true
  const permission = await tx.mspPermission.findUnique({ where: { scope }, select: { dataCentreId: true } })
  return typeof permission?.dataCentreId === 'string'
}

/**
 * Waits for whoever decides now about what these MSPs may do (a condition on `m`), and keeps them waiting until the transaction
 * ends: what is read after this stays true. Companies that are no MSP are not touched. Before any customer is locked: the order
 * is told in licences/load.ts.
 */
export async function holdMsps(tx: Tx, which: Prisma.Sql): Promise<void> {
  await tx.$executeRaw`select from company m where m.kind = 'msp' and ${which} order by m.scope for share`
}

/** The same as a condition on `m`, a managing company; null where its row is not seen. */
export const MANAGES_REMOTELY = Prisma.sql`(m.kind <> 'msp' or exists (
  select from msp_permission g where g.scope = m.scope and g.data_centre_id is not null))`
