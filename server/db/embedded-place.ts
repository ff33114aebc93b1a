import { createHash } from 'node:crypto'
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { type Account, runAs } from './embedded-account'

// /var/lib before /var/tmp: systems clear files out of /var/tmp by age, also those of a database.
const SHARED_ROOTS = ['/var/lib', '/var/tmp']

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A directory of root's own outside the project, for accounts that may not enter the project. */
export function sharedPlace(name: string): string {
  const root = SHARED_ROOTS.find(isWritable)
  if (!root)
    throw new Error(
      `None of ${SHARED_ROOTS.join(', ')} can be written. Set DATABASE_URL to a PostgreSQL 18 of your own.`,
    )
  const place = join(root, `tierline-${name}`)
  mkdirSync(place, { recursive: true, mode: 0o755 })
  // Anybody may create names in /var/tmp: trust only what is ours alone.
  const found = lstatSync(place)
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${place} belongs to somebody else or can be written by others. Remove it and try again.`)
  }
  chmodSync(place, 0o755)
  return place
}

function canEnter(account: Account | undefined, directory: string): boolean {
  return runAs(account, '/bin/sh', ['-c', 'cd "$1" 2>/dev/null', 'sh', directory]).status === 0
}

function makeEnterable(directory: string): void {
  if (existsSync(directory)) return
  makeEnterable(dirname(directory))
  mkdirSync(directory)
  // Others may pass through, not look: the umask may be stricter.
  chmodSync(directory, 0o711)
}

const isCluster = (directory: string) => existsSync(join(directory, 'PG_VERSION'))

/** Where the data really goes: `dataDir`, unless the account could not reach it there. */
export function placeFor(dataDir: string, account: Account | undefined): string {
  const wanted = resolve(dataDir)
  makeEnterable(dirname(wanted))
  if (!account || canEnter(account, dirname(wanted))) return wanted
  const mark = createHash('sha256').update(wanted).digest('hex').slice(0, 12)
  const elsewhere = join(sharedPlace(mark), basename(wanted))
  if (isCluster(wanted) && !isCluster(elsewhere)) {
    throw new Error(
      `The account ${account.name} cannot reach the database in ${wanted}: a directory above it is closed to others.`,
    )
  }
  return elsewhere
}
