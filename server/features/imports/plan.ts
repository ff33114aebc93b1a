import type { Tx } from '@/server/db/client'

/**
 * Staged rows are too new for statistics: the planner takes them for one or two and would go through thousands once for each of
 * thousands. Until the transaction ends it joins by hash or merge.
 */
export const expectManyRows = (tx: Tx): Promise<unknown> => tx.$executeRaw`set local enable_nestloop = off`
