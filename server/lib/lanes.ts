/**
 * Does all items, so many at once. They begin in their order: the next begins when the one before has said so (or is over). An item that
 * answers false ends it all; when one fails, those under way are over before that is thrown.
 */
export async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T, hasBegun: () => void) => Promise<boolean>,
): Promise<void> {
  const waiting = items.values()
  let begun: Promise<void> = Promise.resolve()
  let goesOn = true
  const lane = async () => {
    for (const item of waiting) {
      const before = begun
      let hasBegun: () => void = () => undefined
      begun = new Promise((resolve) => {
        hasBegun = resolve
      })
      try {
        await before
        goesOn = goesOn && (await work(item, hasBegun))
      } catch (error) {
        goesOn = false
        throw error
      } finally {
        hasBegun()
      }
      if (!goesOn) return
    }
  }
  const results = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const result of results) if (result.status === 'rejected') throw result.reason
}
