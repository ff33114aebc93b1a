import { type OpenDatabase, openDatabase } from '@/server/db/open'

/** Starts the embedded server again, on the same port, when it was killed. Gives the way to stop watching and the server. */
export function keepDatabase(first: OpenDatabase): { stop(): Promise<void> } {
  let database = first
  let isBusy = false
  let repair: Promise<void> = Promise.resolve()
  const again = async (port: number) => {
    console.log('[database] ended; starting it again')
    try {
      database = await openDatabase({ port })
    } catch (error) {
      console.error('[database]', error instanceof Error ? error.message : error)
    }
  }
  const watch = setInterval(() => {
    const { embedded } = database
    if (!embedded || isBusy || embedded.isAlive()) return
    isBusy = true
    repair = again(embedded.port).finally(() => {
      isBusy = false
    })
  }, 1000)
  return {
    async stop() {
      clearInterval(watch)
      await repair
      await database.stop()
    },
  }
}
