import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { type Account, runAs } from './embedded-account'

export const MAJOR = '18'

/** Kept inside the data directory, so that database and passwords cannot be parted. */
const credentials = z.object({ superuser: z.string(), owner: z.string(), application: z.string() })
export type Credentials = z.output<typeof credentials>

const FILE = 'tierline.json'

export function readCredentials(dataDir: string): Credentials {
  return credentials.parse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')))
}

function writeFor(account: Account | undefined, file: string, content: string): void {
  writeFileSync(file, content, { mode: 0o600, flag: 'wx' })
  if (account) chownSync(file, account.uid, account.gid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** What an interrupted first start left behind. */
function removeDrafts(dataDir: string): void {
  const prefix = `${basename(dataDir)}.init-`
  for (const name of readdirSync(dirname(dataDir))) {
    if (!name.startsWith(prefix)) continue
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    if (pid === process.pid || !isAlive(pid)) rmSync(join(dirname(dataDir), name), { recursive: true, force: true })
  }
}

/**
 * Creates the cluster if there is none. It is made in a draft beside `dataDir` and renamed when complete:
 * an interruption leaves no half cluster, and of two starts at once the later takes the other's.
 * Locale and collation come with PostgreSQL itself, since minimal systems have none.
 */
export function ensureCluster(options: {
  bin: string
  dataDir: string
  account: Account | undefined
  sync: boolean
}): boolean {
  const { bin, dataDir, account, sync } = options
  removeDrafts(dataDir)
  const version = join(dataDir, 'PG_VERSION')
  if (existsSync(version)) {
    const found = readFileSync(version, 'utf8').trim()
    if (found !== MAJOR)
      throw new Error(
        `${dataDir} was made by PostgreSQL ${found}; this is ${MAJOR}. Dump it with ${found} and restore it here.`,
      )
    return false
  }
  const draft = `${dataDir}.init-${process.pid}`
  const passwordFile = `${draft}.password`
  const made: Credentials = { superuser: secret(), owner: secret(), application: secret() }
  try {
    mkdirSync(draft)
    chmodSync(draft, 0o700)
    if (account) chownSync(draft, account.uid, account.gid)
    writeFor(account, passwordFile, made.superuser)
    const result = runAs(account, join(bin, 'initdb'), [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
      ...(sync ? [] : ['--no-sync']),
    ])
    if (result.status !== 0)
      throw new Error(`initdb failed: ${result.stderr || result.error?.message || result.stdout}`)
    writeFor(account, join(draft, FILE), JSON.stringify(made))
    renameSync(draft, dataDir)
    return true
  } catch (error) {
    if (existsSync(version)) return false
    throw error
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

const secret = () => randomBytes(24).toString('hex')
