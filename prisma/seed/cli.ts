import { parseArgs } from 'node:util'
import { migrate } from '@/prisma/migrate'
import { disconnect } from '@/server/db/client'
import { openDatabase } from '@/server/db/open'
import { withClient } from '@/server/db/roles'
import { asSystem } from '@/server/db/system'
import { env } from '@/server/env'
import { isScenario, PASSWORD, SCENARIOS, type Scenario } from './scenarios'

const USAGE = `Usage: npm run seed -- list
       npm run seed -- run <scenario> [--customers 20000]`

function list(): string {
  return Object.entries(SCENARIOS)
    .map(([name, { summary }]) => `  ${name.padEnd(8)}${summary}`)
    .join('\n')
}

function signIns({ signIns }: Scenario): string {
  const width = Math.max(...signIns.map(({ slug }) => slug.length)) + env.APP_URL.length + '/sign-in'.length + 3
  const lines = signIns.map(
    ({ slug, loginName, of }) => `  ${`${env.APP_URL}/${slug}/sign-in`.padEnd(width)}${loginName.padEnd(26)}${of}`,
  )
  return [`Sign in (password ${PASSWORD}):`, ...lines].join('\n')
}

/** The database of this checkout, brought to the newest migration, while `work` runs. */
async function inDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const database = await openDatabase()
  try {
    await migrate(database.ownerUrl)
    return await work(database.ownerUrl)
  } finally {
    await disconnect()
    await database.stop()
  }
}

/** Runs a scenario, in one transaction or in steps that can be gone on with. A second run adds nothing that is there. */
async function run(name: string, customers: number): Promise<void> {
  if (!isScenario(name)) throw new Error(`There is no scenario "${name}".\n${list()}`)
  const scenario: Scenario = SCENARIOS[name]
  await inDatabase(async (ownerUrl) => {
    const start = performance.now()
    const now = new Date()
    let made = 0
    for (const upTo of scenario.steps?.(customers) ?? [customers]) {
      made += await asSystem((tx) => scenario.run(tx, { customers: upTo, now }))
    }
    if (made > 0) await withClient(ownerUrl, (client) => client.query('analyze'))
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    console.log(made === 0 ? `${name}: already there, nothing changed.` : `${name}: ${made} companies in ${seconds} s.`)
  })
  console.log(signIns(scenario))
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { customers: { type: 'string', default: '20000' } },
  })
  const [command, name = ''] = positionals
  const customers = Number(values.customers)
  if (!Number.isInteger(customers) || customers < 0 || customers > 2_000_000)
    throw new Error('--customers is a number, at most 2000000.')
  if (command === 'list') console.log(list())
  else if (command === 'run') await run(name, customers)
  else throw new Error(USAGE)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
