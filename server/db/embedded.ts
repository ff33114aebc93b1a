import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { dropPostgresVariables } from '@/server/env'
import { type Account, accountFor, BARE_ENVIRONMENT } from './embedded-account'
import { binariesFor } from './embedded-binaries'
import { ensureCluster, readCredentials } from './embedded-cluster'
import { leasesOf } from './embedded-lease'
import { placeFor } from './embedded-place'
import { findPostmaster, isPostmaster, type Postmaster, stopPostmaster, until } from './embedded-postmaster'
import { freePort } from './free-port'
import { ensureOwnedDatabase } from './roles'

export const DEFAULT_PORT = 25_432

export type EmbeddedOptions = {
  /** Made at the first start. */
  dataDir: string
  /** A wish: a taken port is stepped over. */
  port?: number
  /** `false` only for data that may be lost: tests. */
  fsync?: boolean
}

export type Embedded = {
  /** Applies migrations; owns the tables. */
  ownerUrl: string
  /** The application's sign-in. */
  appUrl: string
  /** The cluster's superuser, for tests that make databases and roles. */
  superuserUrl: string
  port: number
  /** Where the data really is. */
  dataDir: string
  pid: number
  /** Gives the server back; the last who does stops it. */
  stop(): Promise<void>
}

function settings(port: number, durable: boolean): Record<string, string | number> {
  return {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    password_encryption: 'scram-sha-256',
    max_connections: 120,
    shared_buffers: durable ? '256MB' : '128MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    max_parallel_workers_per_gather: availableParallelism() > 2 ? 2 : 1,
    ...(hasSmallSharedMemory() && { dynamic_shared_memory_type: 'mmap' }),
    ...(!durable && { fsync: 'off', full_page_writes: 'off' }),
  }
}

/** Containers often give /dev/shm 64 MB, too little for parallel queries. */
function hasSmallSharedMemory(): boolean {
  if (process.platform !== 'linux') return false
  try {
    const { blocks, bsize } = statfsSync('/dev/shm')
    return blocks * bsize < 256 * 2 ** 20
  } catch {
    return true
  }
}

const LOG_BYTES_MAX = 8 * 2 ** 20

function openLog(dataDir: string): number {
  const file = join(dataDir, 'tierline.log')
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > LOG_BYTES_MAX) rmSync(file)
  return openSync(file, 'a', 0o600)
}

type Server = { bin: string; dataDir: string; account: Account | undefined }

/** Starts a server and waits until it takes connections; undefined if it ended at once, as when somebody else's came first. */
async function launch(
  { bin, dataDir, account }: Server,
  port: number,
  durable: boolean,
): Promise<Postmaster | undefined> {
  const log = openLog(dataDir)
  const args = Object.entries(settings(port, durable)).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A session of its own: Ctrl-C in the terminal reaches the supervisor only, which stops things in order.
  const child = spawn(join(bin, 'postgres'), ['-D', dataDir, ...args], {
    cwd: '/',
    env: BARE_ENVIRONMENT,
    detached: true,
    stdio: ['ignore', log, log],
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  closeSync(log)
  child.unref()
  let failure: Error | undefined
  let hasEnded = false
  child.once('error', (error) => {
    failure = error
  })
  child.once('exit', () => {
    hasEnded = true
  })
  const ready = await until(120, () => {
    if (failure || hasEnded) return 'ended' as const
    const found = findPostmaster(dataDir)
    return found?.isReady && found.pid === child.pid ? found : undefined
  })
  if (failure) throw failure
  if (ready === undefined)
    throw new Error(`PostgreSQL did not become ready within two minutes. Its log: ${lastLines(dataDir)}`)
  return ready === 'ended' ? undefined : ready
}

function lastLines(dataDir: string): string {
  return readFileSync(join(dataDir, 'tierline.log'), 'utf8').trim().split('\n').slice(-12).join('\n')
}

async function findOrLaunch(server: Server, wanted: number, durable: boolean): Promise<Postmaster> {
  const leases = leasesOf(server.dataDir)
  for (let attempt = 0; attempt < 8; attempt++) {
    await until(45, () => (leases.isStopping() ? undefined : true))
    const running = findPostmaster(server.dataDir)
    if (running) {
      const ready = await until(120, () => {
        const found = findPostmaster(server.dataDir)
        return found === undefined || found.isStopping ? 'ended' : found.isReady ? found : undefined
      })
      if (ready && ready !== 'ended') return ready
      await until(45, () => (isPostmaster(running.pid) ? undefined : true))
    } else {
      const launched = await launch(server, await freePort(wanted), durable)
      if (launched) return launched
      // Another server may still be leaving: its shared memory goes a moment after it.
      await wait(250 * (attempt + 1))
    }
  }
  throw new Error(`The embedded PostgreSQL does not start. Its log ends: ${lastLines(server.dataDir)}`)
}

/**
 * The embedded PostgreSQL on `dataDir`, started or, when it already runs, shared.
 * The data is Tierline's own: database `tierline`, its owner and its application role are there on return.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  dropPostgresVariables()
  const durable = options.fsync ?? true
  const account = accountFor(options.dataDir)
  const bin = binariesFor(account)
  const dataDir = placeFor(options.dataDir, account)
  const server = { bin, dataDir, account: accountFor(dataDir) ?? account }
  ensureCluster({ ...server, sync: durable })
  const leases = leasesOf(dataDir)
  const giveBack = leases.take()
  let stopped: Promise<void> | undefined
  try {
    const { pid, port } = await findOrLaunch(server, options.port ?? DEFAULT_PORT, durable)
    const passwords = readCredentials(dataDir)
    const superuserUrl = `postgresql://postgres:${passwords.superuser}@127.0.0.1:${port}/postgres`
    const urls = await ensureOwnedDatabase(superuserUrl, passwords)
    return {
      ...urls,
      superuserUrl,
      port,
      dataDir,
      pid,
      stop() {
        giveBack()
        stopped ??= leases.stopIfLast(() => stopPostmaster(pid))
        return stopped
      },
    }
  } catch (error) {
    giveBack()
    throw error
  }
}
