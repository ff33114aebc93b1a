import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, isBuilt } from '@/server/run/build'
import { generate } from '@/server/run/generate'
import { program, ROOT, typescript } from '@/server/run/root'
import { endRunning, must, run, secondsSince } from '@/server/run/step'
import { countPlaywright, countVitest, type Tally } from '@/server/run/tally'
import { listenForStop } from '@/server/run/until-stopped'

// `npm test`: everything, each step even when one before it failed. The last line counts.
const stop = listenForStop()
stop.signal.addEventListener('abort', endRunning)
const reports = mkdtempSync(join(tmpdir(), 'tierline-reports-'))

/** A step that holds or not. */
function check(work: () => Promise<unknown>) {
  return async (): Promise<Tally> => {
    await work()
    return { passed: 1, failed: 0, skipped: 0 }
  }
}

/** A runner of tests that writes a report; one that ends badly without a failed test has failed once. */
async function counted(
  command: { file: string; args: string[]; values?: Record<string, string> },
  report: string,
  count: (report: unknown) => Tally,
): Promise<Tally> {
  const { code } = await run(command.file, command.args, { isShown: true, values: command.values ?? {} })
  if (!existsSync(report)) throw new Error(`It ended (exit code ${code}) before it had a report.`)
  const tally = count(JSON.parse(readFileSync(report, 'utf8')))
  if (code !== 0 && tally.failed === 0) return { ...tally, failed: 1 }
  return tally
}

async function types(): Promise<void> {
  await must(program('next'), ['typegen'])
  await must(program('tsc'), ['--noEmit'])
}

function vitest(): Promise<Tally> {
  const report = join(reports, 'vitest.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return counted({ file: program('vitest'), args }, report, countVitest)
}

function playwright(): Promise<Tally> {
  const report = join(reports, 'playwright.json')
  const args = [...typescript('e2e/run.ts'), '--reporter=line,json']
  return counted(
    { file: process.execPath, args, values: { PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
    report,
    countPlaywright,
  )
}

const LAYERS = ['app', 'components', 'server', 'emails', 'prisma', 'bench', 'e2e'].filter((place) =>
  existsSync(join(ROOT, place)),
)

const STEPS: Record<string, () => Promise<Tally>> = {
  'database client': check(generate),
  types: check(types),
  lint: check(() => must(program('biome'), ['check', '--error-on-warnings', '.'])),
  'import rules': check(() => must(program('depcruise'), ['--config', '.dependency-cruiser.cjs', ...LAYERS])),
  'unit and feature tests': vitest,
  build: check(async () => {
    if (!isBuilt()) await build()
  }),
  'browser tests': playwright,
}

async function attempt(title: string, work: () => Promise<Tally>): Promise<Tally> {
  const start = performance.now()
  console.log(`\n── ${title}`)
  let tally: Tally
  try {
    tally = await work()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    tally = { passed: 0, failed: 1, skipped: 0 }
  }
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  const counts =
    tally.passed + tally.failed + tally.skipped > 1 ? `: ${tally.passed} passed, ${tally.failed} failed${skipped}` : ''
  console.log(`${tally.failed === 0 ? '✓' : '✗'} ${title}${counts} (${secondsSince(start)})`)
  return tally
}

async function main(): Promise<number> {
  const start = performance.now()
  const sum: Tally = { passed: 0, failed: 0, skipped: 0 }
  const failures: string[] = []
  for (const [title, work] of Object.entries(STEPS)) {
    if (stop.signal.aborted) break
    const tally = await attempt(title, work)
    if (tally.failed > 0) failures.push(title)
    sum.passed += tally.passed
    sum.failed += tally.failed
    sum.skipped += tally.skipped
  }
  console.log(
    `\n${failures.length === 0 ? 'All steps passed' : `Failed: ${failures.join(', ')}`} (${secondsSince(start)})`,
  )
  if (failures.length === 0) console.log('Next: npm run demo.')
  if (stop.signal.aborted) return 130
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1
}

main()
  .finally(() => rmSync(reports, { recursive: true, force: true }))
  .then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
