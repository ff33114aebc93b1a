import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** The operating-system account that PostgreSQL runs under. */
export type Account = { name: string; uid: number; gid: number }

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid }) => name !== '' && !name.startsWith('#') && uid > 0)
}

/**
 * PostgreSQL refuses to run as root. As root we hand it to whoever owns the data already,
 * else to `postgres`, else to `nobody`, else to any account (initdb wants one that has a name).
 * As an ordinary user the answer is undefined: it simply runs as that user.
 */
export function accountFor(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const all = accounts()
  const owner = statSync(dataDir, { throwIfNoEntry: false })
  const found =
    (owner && owner.uid !== 0 && all.find(({ uid }) => uid === owner.uid)) ||
    all.find(({ name }) => name === 'postgres') ||
    all.find(({ name }) => name === 'nobody') ||
    all[0]
  if (found) return found
  throw new Error(
    'PostgreSQL refuses to run as root and this system has no other account. Add one, or set DATABASE_URL to a server of your own.',
  )
}

/** Nothing of the caller's: PG* variables and locales would change what PostgreSQL does. */
export const BARE_ENVIRONMENT = { NODE_ENV: 'production', PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } as const

/** Runs a program as `account`, from a directory that everybody may enter, with none of the caller's PG* variables. */
export function runAs(account: Account | undefined, file: string, args: string[]): SpawnSyncReturns<string> {
  return spawnSync(file, args, {
    cwd: '/',
    env: BARE_ENVIRONMENT,
    encoding: 'utf8',
    ...(account && { uid: account.uid, gid: account.gid }),
  })
}
