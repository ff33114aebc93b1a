import { type ChildProcess, fork, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '@/server/db/free-port'
import { ROOT, typescript } from '@/server/run/root'
import { environmentFor } from '@/server/run/step'
import type { BenchDatabase } from './databases'
import { Http } from './load'

export type Running = { port: number; pid: number; stop(): Promise<void> }

const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

async function stop(child: ChildProcess): Promise<void> {
  children.delete(child)
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await Promise.race([gone, wait(5_000)])
  child.kill('SIGKILL')
}

function start(args: string[], values: Record<string, string | undefined>): ChildProcess {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: environmentFor(values),
  })
  children.add(child)
  return child
}

/** A finished build of `folder` on a free port, served as Tierline serves itself, when it answers at `path`. */
async function startNext(folder: string, path: string, values: Record<string, string | undefined>): Promise<Running> {
  const port = await freePort()
  const child = start([...typescript('server/web.ts'), folder, '--port', String(port), '--hostname', '127.0.0.1'], {
    ...values,
    ...{ NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', PORT: String(port) },
    ...{ APP_URL: `http://127.0.0.1:${port}`, NEXTAUTH_URL: `http://127.0.0.1:${port}` },
  })
  const http = new Http(port)
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error('The web server ended while starting; its words are above.')
    const answer = await http.ask({ path }).catch(() => undefined)
    if (answer?.status === 200) {
      http.close()
      return { port, pid: child.pid ?? 0, stop: () => stop(child) }
    }
    await wait(100)
  }
  throw new Error('The web server does not answer.')
}

const valuesOf = ({ appUrl }: BenchDatabase) => ({
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: undefined,
  DEMO: undefined,
})

/** The console on a database. */
export const startConsole = (database: BenchDatabase): Promise<Running> =>
  startNext(ROOT, '/api/health', valuesOf(database))

/** An empty page of the same Next. */
export const startEmpty = (): Promise<Running> => startNext(join(ROOT, 'bench', 'empty'), '/', {})

/** The worker on a database. */
export function startWorker(database: BenchDatabase): { stop(): Promise<void> } {
  const child = start(typescript('server/worker.ts'), { ...valuesOf(database), NODE_ENV: 'production' })
  return { stop: () => stop(child) }
}

export type Statement = { text: string; values: unknown[] }

/** The bare server with the given statements, each at its name. */
export async function startBare(
  { superuserUrl }: BenchDatabase,
  statements: Record<string, Statement>,
): Promise<Running> {
  const child = fork(join(ROOT, 'bench', 'bare-server.ts'), { execArgv: ['--import', 'tsx'], cwd: ROOT })
  children.add(child)
  const heard = () => new Promise<unknown>((resolve) => child.once('message', resolve))
  const { port } = (await heard()) as { port: number }
  const ready = heard()
  child.send({ connectionString: superuserUrl, statements })
  await ready
  return { port, pid: child.pid ?? 0, stop: () => stop(child) }
}

/** Megabytes that a process and those it started hold in memory now; none where the system does not say. */
export function memoryOf(pid: number): number | null {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return null
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return children.reduce((sum, child) => sum + (memoryOf(Number(child)) ?? 0), Number(kilobytes ?? 0) / 1024)
}
