import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@/prisma/migrate'
import { startScratch } from '@/server/db/embedded-temporary'
import { freePort } from '@/server/db/free-port'
import { build, isBuilt } from '@/server/run/build'
import { typescript } from '@/server/run/root'
import { startWeb, startWorker, untilHealthy } from '@/server/run/services'
import { must, step } from '@/server/run/step'

export type RunningConsole = { url: string; values: Record<string, string>; stop(): Promise<void> }

/** A console of its own with the demo's data, on a database that is thrown away: built if the sources changed, then started. */
export async function startConsole(): Promise<RunningConsole> {
  if (!isBuilt()) await step('Build', () => build())
  const stateDir = mkdtempSync(join(tmpdir(), 'tierline-state-'))
  const database = await startScratch()
  const stops: (() => Promise<unknown>)[] = [
    database.stop,
    async () => rmSync(stateDir, { recursive: true, force: true }),
  ]
  const stop = async () => {
    for (const end of stops.splice(0)) await end()
  }
  try {
    await migrate(database.ownerUrl)
    const port = await freePort()
    const url = `http://localhost:${port}`
    const values = {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      TIERLINE_STATE_DIR: stateDir,
      TIERLINE_SECRET: 'browser-test-browser-test-browser-test-1',
      NEXTAUTH_SECRET: 'browser-test-browser-test-browser-test-2',
      APP_URL: url,
      NEXTAUTH_URL: url,
      MAIL_TRANSPORT: 'outbox',
      DEMO: '1',
    }
    await step('Demo data', () =>
      must(process.execPath, [...typescript('prisma/seed/cli.ts'), 'run', 'demo'], { values }),
    )
    const services = { ...values, DATABASE_OWNER_URL: undefined }
    const web = startWeb({ port, host: '127.0.0.1', values: services })
    const worker = startWorker(services)
    stops.unshift(() => Promise.all([web.stop(), worker.stop()]))
    await step('Console', () => untilHealthy(web, port))
    const superuser = new URL(database.superuserUrl)
    superuser.pathname = new URL(database.ownerUrl).pathname
    return { url, values: { ...values, E2E_BASE_URL: url, E2E_SUPERUSER_URL: superuser.href }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
