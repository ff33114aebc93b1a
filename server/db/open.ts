import { join } from 'node:path'
import { env, isGiven, readEnvFile, setEnvironment } from '@/server/env'
import { ensureSecrets } from '@/server/secrets'
import { type EmbeddedOptions, startEmbedded } from './embedded'
import { isPostmaster } from './embedded-postmaster'
import { ensureRoles } from './roles'

export type OpenDatabase = {
  /** Applies migrations and seeds. */
  ownerUrl: string
  /** The running application. */
  appUrl: string
  /** Where the embedded server keeps its data; nothing for a server of one's own. */
  dataDir?: string
  /** Starts the embedded server again, where it was, if it was killed; nothing to do for a server of one's own. */
  revive(): Promise<'alive' | 'revived'>
  stop(): Promise<void>
}

const ownServer = { revive: async () => 'alive' as const, stop: async () => undefined }

/**
 * The database of this checkout, for every command: one's own if DATABASE_URL or DATABASE_OWNER_URL is given,
 * else the embedded one, started or shared with the command that runs it already.
 * One URL alone is the owner's; the application's role is then made here, its password kept with the secrets.
 * Sets DATABASE_URL, DATABASE_OWNER_URL and the secrets for this process and its children.
 */
export async function openDatabase(options: Omit<EmbeddedOptions, 'dataDir'> = {}): Promise<OpenDatabase> {
  readEnvFile()
  const secrets = ensureSecrets()
  const database = await find(secrets.databasePassword, options)
  setEnvironment({ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl })
  return database
}

async function find(password: string, options: Omit<EmbeddedOptions, 'dataDir'>): Promise<OpenDatabase> {
  if (isGiven('DATABASE_URL') && env.DATABASE_OWNER_URL) {
    return { ownerUrl: env.DATABASE_OWNER_URL, appUrl: env.DATABASE_URL, ...ownServer }
  }
  if (isGiven('DATABASE_URL') || env.DATABASE_OWNER_URL) {
    const ownerUrl = env.DATABASE_OWNER_URL ?? env.DATABASE_URL
    return { ownerUrl, appUrl: await ensureRoles(ownerUrl, password), ...ownServer }
  }
  return openEmbedded(options)
}

async function openEmbedded(options: Omit<EmbeddedOptions, 'dataDir'>): Promise<OpenDatabase> {
  const dataDir = join(env.TIERLINE_STATE_DIR, 'postgres')
  let server = await startEmbedded({ ...options, dataDir })
  return {
    ownerUrl: server.ownerUrl,
    appUrl: server.appUrl,
    dataDir: server.dataDir,
    async revive() {
      if (isPostmaster(server.pid)) return 'alive'
      await server.stop()
      server = await startEmbedded({ ...options, dataDir, port: server.port })
      return 'revived'
    },
    stop: () => server.stop(),
  }
}
