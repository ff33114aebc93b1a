import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { env, isGiven, setEnvironment } from '@/server/env'

const kept = z.object({ tierline: z.string().min(32), databasePassword: z.string().min(16) })
export type Secrets = z.output<typeof kept>

function read(file: string): Secrets {
  const parsed = kept.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (parsed.success) return parsed.data
  throw new Error(`${file} is damaged. Restore it: what is encrypted in the database cannot be read without it.`)
}

/** Written whole or not at all, and never over somebody else's: two first starts agree on one. */
function create(file: string): void {
  const draft = `${file}.${process.pid}`
  const made: Secrets = { tierline: randomBytes(32).toString('hex'), databasePassword: randomBytes(24).toString('hex') }
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * The secrets nobody gave, made once and kept in the state directory (mode 0600);
 * handed to this process and its children by environment.
 */
export function ensureSecrets(): Secrets {
  const directory = env.TIERLINE_STATE_DIR
  const file = join(directory, 'secrets.json')
  if (!existsSync(directory)) {
    mkdirSync(directory, { recursive: true })
    // PostgreSQL's account must pass through to its data below.
    chmodSync(directory, 0o711)
  }
  if (!existsSync(file)) create(file)
  const secrets = read(file)
  if (!isGiven('TIERLINE_SECRET')) setEnvironment({ TIERLINE_SECRET: secrets.tierline })
  if (!isGiven('NEXTAUTH_SECRET')) {
    setEnvironment({ NEXTAUTH_SECRET: createHmac('sha256', env.TIERLINE_SECRET).update('sessions').digest('hex') })
  }
  return secrets
}
