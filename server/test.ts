import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '@/server/run/build'
import { generate } from '@/server/run/generate'
import { program, ROOT, typescript } from '@/server/run/root'
import { run, secondsSince } from '@/server/run/step'

// `npm test`: every check, one after another, also when one fails; the last line counts them all.

type Count = { passed: number; failed: number }
const ONE: Count = { passed: 1, failed: 0 }
const NONE: Count = { passed: 0, failed: 1 }
const REPORTS = join(ROOT, 'test-results')

async function check(file: string, args: string[]): Promise<Count> {
  const { code, output } = await run(file, args)
  if (code !== 0) process.stdout.write(output)
  return code === 0 ? ONE : NONE
}

/** What a runner counted in its report; a runner that wrote none, or failed without a failed test, counts as one failure. */
function counted(report: string, code: number, read: (json: never) => Count): Count {
  if (!existsSync(report)) return NONE
  const count = read(JSON.parse(readFileSync(report, 'utf8')) as never)
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

type Vitest = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }
type Playwright = { stats: { expected: number; unexpected: number; flaky: number } }

async function unit(): Promise<Count> {
  const report = join(REPORTS, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(program('vitest'), args, { isShown: true })
  return counted(report, code, (json: Vitest) => ({ passed: json.numPassedTests, failed: json.numFailedTests }))
}

async function browser(): Promise<Count> {
  const report = join(REPORTS, 'playwright.json')
  const { code } = await run(process.execPath, [...typescript('e2e/run.ts'), report], { isShown: true })
  return counted(report, code, ({ stats }: Playwright) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))
}

async function built(): Promise<Count> {
  try {
    await build()
    return ONE
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    return NONE
  }
}

async function types(): Promise<Count> {
  const routes = await check(program('next'), ['typegen'])
  return routes.failed > 0 ? routes : check(program('tsc'), ['--noEmit'])
}

const STEPS: [title: string, work: () => Promise<Count>][] = [
  ['Types', types],
  ['Lint', () => check(program('biome'), ['check', '.'])],
  ['Import rules', () => check(program('depcruise'), ['--config', '.dependency-cruiser.cjs', 'app', 'components', 'server', 'prisma', 'bench', 'e2e'])],
  ['Unit and feature tests', unit],
  ['Build', built],
  ['Browser tests', browser],
]

const total: Count = { passed: 0, failed: 0 }
const startedAt = performance.now()
rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
await generate()
for (const [title, work] of STEPS) {
  const start = performance.now()
  const { passed, failed } = await work()
  total.passed += passed
  total.failed += failed
  console.log(`${failed === 0 ? '✓' : '✗'} ${title}: ${passed} passed, ${failed} failed (${secondsSince(start)})`)
}
console.log(`Everything took ${secondsSince(startedAt)}.`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
