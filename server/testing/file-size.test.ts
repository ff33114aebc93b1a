import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const LINES_MAX = 400
const ROOT = join(import.meta.dirname, '..', '..')
const PLACES = ['app', 'bench', 'components', 'e2e', 'emails', 'prisma', 'server', 'simulator']
const SOURCE = /\.(ts|tsx|mjs|css|sql)$/

function* sources(place: string): Generator<string> {
  for (const entry of readdirSync(join(ROOT, place), { withFileTypes: true })) {
    const path = `${place}/${entry.name}`
    if (path === 'prisma/generated' || entry.name === 'node_modules' || entry.name.startsWith('.')) continue
    if (entry.isDirectory()) yield* sources(path)
    // Migrations are history: they are not split when they grow.
    else if (SOURCE.test(entry.name) && !path.startsWith('prisma/migrations/')) yield path
  }
}

const linesOf = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
const tooLong = (files: Iterable<[path: string, text: string]>) =>
  [...files].filter(([, text]) => linesOf(text) > LINES_MAX).map(([path, text]) => `${path}: ${linesOf(text)} lines`)

test('no source file is longer than 400 lines', () => {
  const there = new Set(readdirSync(ROOT))
  const files = PLACES.filter((place) => there.has(place)).flatMap((place) => [...sources(place)])
  expect(files.length).toBeGreaterThan(100)
  expect(tooLong(files.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]))).toEqual([])
})

test('a file of 401 lines is found, one of 400 is not', () => {
  const lines = (count: number) => 'x\n'.repeat(count)
  expect(
    tooLong([
      ['long.ts', lines(401)],
      ['fits.ts', lines(400)],
    ]),
  ).toEqual(['long.ts: 401 lines'])
})
