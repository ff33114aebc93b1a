import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT } from './root'
import { environmentFor } from './step'

const PAUSE_SECONDS_MAX = 30
/** Who lived this long did not die of starting. */
const HEALTHY_SECONDS = 60

export type Program = {
  name: string
  args: string[]
  values?: Record<string, string | undefined>
  isQuiet?: (line: string) => boolean
}
export type Supervised = {
  readonly isRunning: boolean
  /** Asks it to finish what it does; forces it after `seconds`. */
  stop(seconds?: number): Promise<void>
  /** At once. */
  kill(): void
}

/** Keeps a Node program running: restarted when it dies, after a pause that grows while it keeps dying. */
export function supervise({ name, args, values, isQuiet = () => false }: Program): Supervised {
  let child: ChildProcess | undefined
  let isStopping = false
  let pauseSeconds = 1
  let restart: NodeJS.Timeout | undefined

  const launch = () => {
    const startedAt = performance.now()
    const started = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environmentFor(values),
    })
    child = started
    for (const stream of [started.stdout, started.stderr]) {
      createInterface({ input: stream }).on('line', (line) => isQuiet(line) || console.log(`[${name}] ${line}`))
    }
    started.once('exit', (code, signal) => {
      child = undefined
      if (isStopping) return
      if (performance.now() - startedAt > HEALTHY_SECONDS * 1000) pauseSeconds = 1
      console.log(`[${name}] ended (${signal ?? `exit code ${code}`}); starting it again in ${pauseSeconds} s`)
      restart = setTimeout(launch, pauseSeconds * 1000)
      pauseSeconds = Math.min(pauseSeconds * 2, PAUSE_SECONDS_MAX)
    })
  }
  launch()

  return {
    get isRunning() {
      return child !== undefined
    },
    async stop(seconds = 20) {
      isStopping = true
      clearTimeout(restart)
      const running = child
      if (!running) return
      const gone = new Promise<'gone'>((resolve) => running.once('exit', () => resolve('gone')))
      running.kill('SIGTERM')
      const timer = new AbortController()
      const late = wait(seconds * 1000, 'late' as const, { signal: timer.signal }).catch(() => 'late' as const)
      if ((await Promise.race([gone, late])) === 'late') {
        running.kill('SIGKILL')
        await gone
      }
      timer.abort()
    },
    kill() {
      isStopping = true
      clearTimeout(restart)
      child?.kill('SIGKILL')
    },
  }
}
