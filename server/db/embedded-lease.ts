import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STOPPING = 'stopping-'

/** Tells a process from a later one that got the same number. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isHeld(file: string): boolean {
  try {
    const [pid, birth] = readFileSync(file, 'utf8').split(' ')
    process.kill(Number(pid), 0)
    return birthOf(Number(pid)) === birth
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Who uses the server of a data directory. Several commands may (the console, a seed, a benchmark);
 * the last to leave stops it. A mark `stopping` closes the gap between "nobody is left" and the stop.
 */
export function leasesOf(dataDir: string) {
  const place = join(dataDir, 'tierline-leases')
  const held = (isStopMark: boolean) =>
    readdirSync(place).filter((name) => {
      if (name.startsWith(STOPPING) !== isStopMark) return false
      if (isHeld(join(place, name))) return true
      rmSync(join(place, name), { force: true })
      return false
    })
  const mark = (prefix: string) => {
    mkdirSync(place, { recursive: true })
    const file = join(place, `${prefix}${randomUUID()}`)
    writeFileSync(file, `${process.pid} ${birthOf(process.pid)}`)
    return () => rmSync(file, { force: true })
  }
  return {
    /** Announces a user; gives the way to take it back. */
    take: () => mark(''),
    /** Whether somebody is about to stop the server. */
    isStopping: () => held(true).length > 0,
    /** Runs `stop` unless somebody else still uses the server. */
    async stopIfLast(stop: () => Promise<void>): Promise<void> {
      const unmark = mark(STOPPING)
      try {
        if (held(false).length === 0) await stop()
      } finally {
        unmark()
      }
    },
  }
}
