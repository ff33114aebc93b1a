import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { NEXT, ROOT, typescript } from './root'
import { type Supervised, supervise } from './supervise'

const withParent = ['--import', pathToFileURL(join(ROOT, 'server', 'run', 'with-parent.mjs')).href]
const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs')

type Where = { port: number; host: string; values: Record<string, string | undefined> }

/** The console's web server: a finished build, served by as many processes as web.ts starts, or (`isHot`) rebuilt as one types. */
export function startWeb({ port, host, values }: Where, isHot = false): Supervised {
  return supervise({
    name: 'web',
    args: [
      ...withParent,
      ...(isHot ? [NEXT, 'dev'] : typescript('server/web.ts')),
      ...['--port', String(port), '--hostname', host],
    ],
    values: {
      ...values,
      NODE_ENV: isHot ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      PORT: String(port),
    },
    isQuiet: (line) =>
      !isHot && /^\s*$|^\s*(▲ Next|- Local:|- Network:)|✓ (Starting|Ready|Running next.config)/.test(line),
  })
}

/** The worker: long work, mails. */
export function startWorker(values: Record<string, string | undefined>, isHot = false): Supervised {
  return supervise({
    name: 'worker',
    args: isHot
      ? [tsx, 'watch', '--clear-screen=false', join(ROOT, 'server/worker.ts')]
      : typescript('server/worker.ts'),
    values: { ...values, NODE_ENV: isHot ? 'development' : 'production' },
  })
}

/** Waits until the console answers and reaches its database. */
export async function untilHealthy(web: Supervised, port: number, seconds = 120): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (performance.now() < end) {
    if (!web.isRunning) throw new Error('The web server ended while starting; its words are above.')
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined)
    if (answer?.ok) return
    await wait(100)
  }
  throw new Error(`The console did not answer on port ${port} within ${seconds} s.`)
}
