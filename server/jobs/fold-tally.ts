import { asSystem } from '@/server/db/system'

/** Entries folded by one statement. */
const FOLD = 5000
const EVERY_SECONDS = 60

/** The job of every minute: what changes have added to the kept counters becomes part of their sums. Nobody waits for it. */
export async function foldTally(): Promise<{ againAfterSeconds: number }> {
  while ((await fold()) === FOLD);
  return { againAfterSeconds: EVERY_SECONDS }
}

const fold = (): Promise<number> =>
  asSystem(async (tx) => {
    const [row] = await tx.$queryRaw<{ folded: number }[]>`select fold_tally(${FOLD}::int) as folded`
    return row?.folded ?? 0
  })
