import { asSystem } from '@/server/db/system'
import type { JobKind } from './kinds'
import { enqueue } from './queue'

/** Jobs that are always there: each answers itself when it is due again. */
const STANDING: readonly JobKind[] = ['licenceDays', 'foldTally']

/** Sees to it that every standing job waits; whoever does this twice adds nothing. */
export const ensureSchedule = (runAt?: Date): Promise<void> =>
  asSystem(async (tx) => {
    for (const kind of STANDING)
      await enqueue(tx, kind, {}, { dedupe: `standing:${kind}`, ...(runAt ? { runAt } : {}) })
  })
