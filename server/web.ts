import cluster from 'node:cluster'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '@/server/env'
import { NEXT } from '@/server/run/root'

// The console's web server: a finished build, served by several processes that share one port, since one process of Node uses
// one core. They keep nothing in common but the database. Arguments go to `next start`.
const SETTLED_MS = 10_000
let isStopping = false

cluster.setupPrimary({ exec: NEXT, args: ['start', ...process.argv.slice(2)], execArgv: [] })
for (let running = 0; running < env.WEB_PROCESSES; running++) launch()
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(0))

function launch(): void {
  const startedAt = performance.now()
  cluster.fork().once('exit', (code, signal) => {
    if (isStopping) return
    console.log(`a process ended (${signal ?? `exit code ${code}`})`)
    // One that does not even start would not start again: who supervises this program says so, and waits before the next try.
    if (performance.now() - startedAt < SETTLED_MS) void stop(1)
    else launch()
  })
}

/** Each finishes what it does; whoever asked us to stop kills what takes too long, and they leave with us. */
async function stop(code: number): Promise<void> {
  isStopping = true
  const running = Object.values(cluster.workers ?? {})
  for (const worker of running) worker?.process.kill('SIGTERM')
  while (running.some((worker) => worker && !worker.isDead())) await wait(20)
  process.exit(code)
}
