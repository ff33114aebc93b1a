import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { program, ROOT } from './root'
import { must } from './step'

const stampFile = join(ROOT, 'node_modules', '.cache', 'tierline-generated')
const SOURCES = ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']

function hash(): string {
  const digest = createHash('sha256')
  for (const file of SOURCES) digest.update(readFileSync(join(ROOT, file)))
  return digest.digest('hex')
}

/** Writes the database client's code, unless it is there for this very schema. */
export async function generate(): Promise<void> {
  const wanted = hash()
  const isThere = existsSync(join(ROOT, 'prisma', 'generated', 'client.ts'))
  if (isThere && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  await must(program('prisma'), ['generate'])
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, wanted)
}
