import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, startEmbedded } from './embedded'
import { findPostmaster, stopPostmaster } from './embedded-postmaster'

const PREFIX = 'tierline-scratch-'

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Servers and files of runs that were killed. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const place = join(tmpdir(), name)
    const pid = Number.parseInt(name.slice(PREFIX.length), 10)
    if (isAlive(pid) || statSync(place, { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue
    const orphan = findPostmaster(join(place, 'postgres'))
    if (orphan) await stopPostmaster(orphan.pid).catch(() => undefined)
    rmSync(place, { recursive: true, force: true })
  }
}

/** A server with data that may be lost, for tests and trials; `stop` removes the data too. */
export async function startScratch(options: { fsync?: boolean } = {}): Promise<Embedded> {
  await sweep()
  const place = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`))
  chmodSync(place, 0o711)
  const server = await startEmbedded({ dataDir: join(place, 'postgres'), port: 0, fsync: options.fsync ?? false })
  return {
    ...server,
    async stop() {
      await server.stop()
      rmSync(server.dataDir, { recursive: true, force: true })
      rmSync(place, { recursive: true, force: true })
    },
  }
}
