import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type IFlattenedRuleSet } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'

type Rule = { name: string }
const config: { forbidden: Rule[]; options: object } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')

/** One forbidden import for each rule. */
const FORBIDDEN: [rule: string, from: string, to: string][] = [
  ['screens-know-no-database', 'app/page.tsx', 'server/db/scoped.ts'],
  ['components-know-no-server', 'components/keys/table.tsx', 'server/features/keys/queries.ts'],
  ['features-know-no-transport', 'server/features/keys/commands.ts', 'node_modules/next/index.js'],
  ['routers-know-no-prisma', 'server/features/keys/router.ts', 'prisma/generated/client.ts'],
  ['called-by-all-call-none', 'server/features/operations/queries.ts', 'server/features/keys/queries.ts'],
  ['system-work-has-few-doors', 'server/features/keys/queries.ts', 'server/db/system.ts'],
  ['the-client-has-few-doors', 'server/features/keys/queries.ts', 'server/db/client.ts'],
  ['mails-know-no-database', 'emails/licence-added.tsx', 'server/db/scoped.ts'],
  ['the-worker-is-no-page', 'server/jobs/loop.ts', 'node_modules/next/index.js'],
  ['the-database-through-the-runner', 'components/keys/table.tsx', 'node_modules/pg/index.js'],
  ['features-in-order-1', 'server/features/companies/queries.ts', 'server/features/accounts/queries.ts'],
  ['features-in-order-2', 'server/features/accounts/queries.ts', 'server/features/keys/queries.ts'],
  ['features-in-order-3', 'server/features/products/queries.ts', 'server/features/plans/queries.ts'],
  ['features-in-order-4', 'server/features/plans/queries.ts', 'server/features/licences/queries.ts'],
  ['features-in-order-5', 'server/features/licences/queries.ts', 'server/features/keys/queries.ts'],
  ['features-in-order-6', 'server/features/keys/queries.ts', 'server/features/attention/queries.ts'],
  ['features-in-order-7', 'server/features/attention/queries.ts', 'server/features/devices/queries.ts'],
  ['features-in-order-8', 'server/features/policies/queries.ts', 'server/features/transactions/queries.ts'],
  ['features-in-order-9', 'server/features/transactions/queries.ts', 'server/features/usage/queries.ts'],
  ['features-in-order-10', 'server/features/usage/queries.ts', 'server/features/billing/queries.ts'],
]

const ALLOWED: [from: string, to: string, statement?: string][] = [
  ['server/features/billing/queries.ts', 'server/features/companies/rules.ts'],
  ['server/jobs/queue.ts', 'server/db/system.ts'],
  ['components/keys/columns.tsx', 'server/features/keys/queries.ts', 'import type'],
]

type Violation = { rule: string; from: string; to: string }
let place: string
let violations: Violation[]

/** One checkout that holds all these imports and nothing else, looked at once. */
beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'tierline-imports-'))
  const files = new Map<string, string>()
  const add = (file: string, line: string) => files.set(file, (files.get(file) ?? '') + line)
  const connect = (from: string, to: string, statement = 'import') => {
    const up = '../'.repeat(from.split('/').length - 1)
    const name = to.startsWith('node_modules/') ? to.split('/')[1] : `${up}${to.replace(/\.tsx?$/, '')}`
    const local = `x${files.get(from)?.length ?? 0}`
    add(to, '')
    add(
      from,
      `${statement} { x as ${local} } from '${name}'\nexport const y${local}: unknown = ${statement === 'import' ? local : 1}\n`,
    )
  }
  for (const [, from, to] of FORBIDDEN) connect(from, to)
  for (const [from, to, statement] of ALLOWED) connect(from, to, statement)
  connect('server/lib/one.ts', 'server/lib/two.ts')
  connect('server/lib/two.ts', 'server/lib/one.ts')
  for (const [file, text] of files) {
    mkdirSync(dirname(join(place, file)), { recursive: true })
    writeFileSync(join(place, file), `${text}export const x = 1\n`)
  }
  const { output } = await cruise(['app', 'components', 'emails', 'server', 'prisma'], {
    ...config.options,
    tsConfig: undefined,
    baseDir: place,
    validate: true,
    ruleSet: { forbidden: config.forbidden } as IFlattenedRuleSet,
  })
  if (typeof output === 'string') throw new Error(output)
  violations = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

test.each(FORBIDDEN)('%s: %s may not import %s', (rule, from, to) => {
  expect(violations).toContainEqual({ rule, from, to })
})

test('a cycle is found', () => {
  expect(violations).toContainEqual({ rule: 'no-cycles', from: 'server/lib/one.ts', to: 'server/lib/two.ts' })
})

test.each(ALLOWED)('%s may import %s', (from, to) => {
  expect(violations.filter((each) => each.from === from && each.to === to)).toEqual([])
})

test('every rule has its forbidden import here', () => {
  const tried = new Set([...FORBIDDEN.map(([rule]) => rule), 'no-cycles'])
  expect(config.forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([])
})
