import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** What `postmaster.pid` says about a server that really runs. */
export type Postmaster = { pid: number; port: number; isReady: boolean; isStopping: boolean }

const pidFile = (dataDir: string) => join(dataDir, 'postmaster.pid')

/** The command line of a living process: empty for a zombie, undefined when there is none. */
function commandLine(pid: number): string | undefined {
  try {
    if (existsSync('/proc/self/stat')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    const [state = '', ...command] = execFileSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], {
      encoding: 'utf8',
    })
      .trim()
      .split(/\s+/)
    return state.startsWith('Z') ? '' : command.join(' ')
  } catch {
    return undefined
  }
}

/** Whether `pid` is a PostgreSQL server: not gone, not a zombie, not a stranger that got the number. */
export function isPostmaster(pid: number): boolean {
  return commandLine(pid)?.includes('postgres') ?? false
}

/**
 * The server that runs on `dataDir`, if any. A pid file that a killed server left is removed:
 * PostgreSQL itself would take a zombie, or a stranger with the same number, for the server.
 */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const file = pidFile(dataDir)
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!isPostmaster(pid)) {
    rmSync(file, { force: true })
    return undefined
  }
  const status = lines[7]?.trim()
  return { pid, port: Number(lines[3]), isReady: status === 'ready', isStopping: status === 'stopping' }
}

/** Waits until `answer` gives something, asking every 20 ms; undefined when `seconds` have passed. */
export async function until<T>(seconds: number, answer: () => T | undefined): Promise<T | undefined> {
  const end = performance.now() + seconds * 1000
  for (;;) {
    const found = answer()
    if (found !== undefined) return found
    if (performance.now() > end) return undefined
    await wait(20)
  }
}

/** Asks the server to end its sessions and stop (loses nothing); forces it after 30 seconds (recovers at the next start). */
export async function stopPostmaster(pid: number): Promise<void> {
  const gone = () => (isPostmaster(pid) ? undefined : true)
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
  ] as const) {
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    if (await until(seconds, gone)) return
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`)
}
