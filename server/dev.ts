import { relative } from 'node:path'
import { migrate } from '@/prisma/migrate'
import { nextFreePort } from '@/server/db/free-port'
import { type OpenDatabase, openDatabase } from '@/server/db/open'
import { env, isGiven, readEnvFile, setEnvironment } from '@/server/env'
import { build, isBuilt } from '@/server/run/build'
import { demoSignIns, seedIfEmpty } from '@/server/run/demo'
import { generate } from '@/server/run/generate'
import { keepDatabase } from '@/server/run/keep-database'
import { startWeb, startWorker, untilHealthy } from '@/server/run/services'
import { endRunning, secondsSince, step } from '@/server/run/step'
import { aborted, listenForStop } from '@/server/run/until-stopped'

// `npm run demo`: a finished build, filled and running. `npm run dev`: the same, rebuilt as one types.
const startedAt = performance.now()
const isHot = process.argv[2] === 'dev'
const stop = listenForStop()
// The running application does not hold the owner's key.
const values = { DATABASE_OWNER_URL: undefined, DEMO: '1' }

async function choosePort(): Promise<number> {
  const port = await nextFreePort(env.PORT)
  if (port !== env.PORT) console.log(`• Port ${env.PORT} is taken; using ${port}`)
  setEnvironment({ PORT: String(port) })
  if (!isGiven('APP_URL')) setEnvironment({ APP_URL: `http://localhost:${port}` })
  if (!isGiven('NEXTAUTH_URL')) setEnvironment({ NEXTAUTH_URL: env.APP_URL })
  return port
}

async function fill({ ownerUrl }: OpenDatabase): Promise<void> {
  const start = performance.now()
  if (await seedIfEmpty(ownerUrl)) console.log(`✓ Demo data (${secondsSince(start)})`)
}

async function buildIfOld(): Promise<void> {
  if (isHot) return
  if (isBuilt()) return console.log('✓ Build is up to date')
  console.log('• Building the console (the first time this takes up to a minute) …')
  await step('Build', () => build())
}

const shown = (path: string) => (relative('.', path).startsWith('..') ? path : relative('.', path))

async function sayWhatNext({ ownerUrl, dataDir }: OpenDatabase): Promise<void> {
  const signIns = await demoSignIns(ownerUrl, env.APP_URL)
  console.log(`\nTierline is running at ${env.APP_URL} (ready in ${secondsSince(startedAt)})\n`)
  if (signIns.length > 0) console.log(signIns.join('\n'))
  const data = dataDir ? ` The data stays in ${shown(dataDir)}; delete that to begin anew.` : ''
  console.log(
    `\nNext: sign in as an MSP's administrator, open Customers, and import a CSV of yours. README.md has a tour.`,
  )
  console.log(`Ctrl-C stops everything.${data}\n`)
}

async function serve(database: OpenDatabase): Promise<void> {
  await step('Migrations', () => migrate(database.ownerUrl, { log: (line) => console.log(`  ${line}`) }))
  const port = await choosePort()
  await Promise.all([fill(database), buildIfOld()])
  if (stop.signal.aborted) return
  const web = startWeb({ port, host: env.LISTEN_HOST ?? '127.0.0.1', values }, isHot)
  const worker = startWorker(values, isHot)
  stop.onInsist(() => {
    web.kill()
    worker.kill()
  })
  try {
    await Promise.race([step('Console', () => untilHealthy(web, port)), aborted(stop.signal)])
    if (!stop.signal.aborted) await sayWhatNext(database)
    await aborted(stop.signal)
    console.log('\n• Stopping: the web server, the worker after its current step, the database …')
  } finally {
    await Promise.all([web.stop(), worker.stop()])
  }
}

async function main(): Promise<void> {
  readEnvFile()
  console.log(isHot ? 'Tierline, for development' : 'Tierline, the demo')
  stop.signal.addEventListener('abort', endRunning)
  await step('Database client', generate)
  const database = await step('PostgreSQL', () => openDatabase())
  const kept = keepDatabase(database)
  try {
    await serve(database)
  } finally {
    await kept.stop()
  }
}

main().then(
  () => {
    console.log('✓ Stopped. Nothing was lost.')
    process.exit(0)
  },
  (error: unknown) => {
    if (stop.signal.aborted) process.exit(0)
    console.error(`\n${error instanceof Error ? error.message : error}`)
    process.exit(1)
  },
)
