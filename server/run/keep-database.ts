import { setTimeout as wait } from 'node:timers/promises'
import type { OpenDatabase } from '@/server/db/open'

/** Starts the embedded server again when it was killed, until `stop`, which gives the database back. */
export function keepDatabase(database: OpenDatabase): { stop(): Promise<void> } {
  const end = new AbortController()
  const watch = async () => {
    while (!end.signal.aborted) {
      try {
        if ((await database.revive()) === 'revived') console.log('[database] was gone; started again')
      } catch (error) {
        console.error('[database]', error instanceof Error ? error.message : error)
      }
      await wait(1000, undefined, { signal: end.signal }).catch(() => undefined)
    }
  }
  const watching = watch()
  return {
    async stop() {
      end.abort()
      await watching
      await database.stop()
    },
  }
}
