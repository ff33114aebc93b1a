import type { Tx } from '@/server/db/client'

/**
 * Staged rows are too new for statistics: the planner takes them for one or two and would go through thousands once for each of
 * thousands, or sort them all for the first few. Until the transaction ends it joins by hash or merge and walks along indexes.
 */
export const expectManyRows = (tx: Tx): Promise<unknown> =>
  tx.$queryRaw`select set_config('enable_nestloop', 'off', true), set_config('enable_bitmapscan', 'off', true)`
