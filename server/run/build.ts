import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { program, ROOT } from './root'
import { must } from './step'

const SOURCES = [
  'app',
  'components',
  'emails',
  'messages',
  'prisma/schema.prisma',
  'public',
  'server',
  'simulator',
  'instrumentation-client.ts',
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'package.json',
  'proxy.ts',
  'tsconfig.json',
]
// What no page imports does not make a build old.
const IRRELEVANT = /\.test\.tsx?$|^server\/(testing|guards|run)\/|^server\/(dev|test|start|worker)\.ts$|\.mjs$/

function* filesIn(place: string): Generator<string> {
  const found = statSync(join(ROOT, place), { throwIfNoEntry: false })
  if (!found) return
  if (!found.isDirectory()) {
    if (!IRRELEVANT.test(place)) yield place
    return
  }
  for (const name of readdirSync(join(ROOT, place)).sort()) yield* filesIn(`${place}/${name}`)
}

/** One number for everything that a build is made of. */
export function hashOfSources(): string {
  const hash = createHash('sha256').update(process.versions.node)
  for (const place of SOURCES) {
    for (const file of filesIn(place)) hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)))
  }
  return hash.digest('hex')
}

const stampFile = join(ROOT, '.next', 'tierline-build')

export function isBuilt(): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashOfSources()
}

/** Runs `next build`. The stamp is written only when it succeeds, for the sources it began with. */
export async function build(options: { isShown?: boolean } = {}): Promise<void> {
  const hash = hashOfSources()
  await must(program('next'), ['build'], {
    ...options,
    values: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  writeFileSync(stampFile, hash)
}
