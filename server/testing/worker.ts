import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { asSystem } from '@/server/db/system'
import { env } from '@/server/env'
import type { TestDatabase } from './database'

/** A worker of its own, as it runs beside the web server: to be killed. */
export const startWorker = ({ appUrl }: TestDatabase): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'server/worker.ts'], {
    env: {
      NODE_ENV: 'test',
      PATH: env.PATH,
      DATABASE_URL: appUrl,
      TIERLINE_SECRET: env.TIERLINE_SECRET,
      NEXTAUTH_SECRET: env.NEXTAUTH_SECRET,
    },
    stdio: 'ignore',
  })

/** Ends a worker where it stands. What it held is free when its lease ends: here at once. */
export async function killWorker(worker: ChildProcess): Promise<void> {
  worker.kill('SIGKILL')
  await once(worker, 'exit')
  await asSystem((tx) => tx.$executeRaw`update job set locked_until = null`)
}
