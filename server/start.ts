import { migrate } from '@/prisma/migrate'
import { openDatabase } from '@/server/db/open'
import { env, isGiven, readEnvFile, setEnvironment } from '@/server/env'
import { build, isBuilt } from '@/server/run/build'
import { generate } from '@/server/run/generate'
import { keepDatabase } from '@/server/run/keep-database'
import { startWeb, startWorker, untilHealthy } from '@/server/run/services'
import { endRunning, step } from '@/server/run/step'
import { aborted, listenForStop } from '@/server/run/until-stopped'
import { ensureSecrets } from '@/server/secrets'

// `npm start`: the console in production, web server and worker, no demo.
const stop = listenForStop()
const values = { DATABASE_OWNER_URL: undefined }

/**
 * With both sign-ins, or none (the embedded database), migrations are applied here.
 * DATABASE_URL alone is the application's own: `npm run migrate` has run elsewhere, with the owner's.
 */
async function openForProduction(): Promise<{ stop(): Promise<void> }> {
  if (isGiven('DATABASE_URL') && !isGiven('DATABASE_OWNER_URL')) {
    ensureSecrets()
    return { stop: async () => undefined }
  }
  const database = await step('PostgreSQL', () => openDatabase())
  const kept = keepDatabase(database)
  await step('Migrations', () => migrate(database.ownerUrl, { log: console.log }))
  return kept
}

async function main(): Promise<void> {
  readEnvFile()
  stop.signal.addEventListener('abort', endRunning)
  if (!isGiven('NEXTAUTH_URL')) setEnvironment({ NEXTAUTH_URL: env.APP_URL })
  await step('Database client', generate)
  const database = await openForProduction()
  try {
    if (!isBuilt()) await step('Build', () => build())
    const web = startWeb({ port: env.PORT, host: env.LISTEN_HOST ?? '0.0.0.0', values })
    const worker = startWorker(values)
    stop.onInsist(() => {
      web.kill()
      worker.kill()
    })
    try {
      await Promise.race([untilHealthy(web, env.PORT), aborted(stop.signal)])
      if (!stop.signal.aborted) console.log(`Tierline is running at ${env.APP_URL}`)
      await aborted(stop.signal)
    } finally {
      await Promise.all([web.stop(), worker.stop()])
    }
  } finally {
    await database.stop()
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    if (stop.signal.aborted) process.exit(0)
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
