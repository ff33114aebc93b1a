import { parseArgs } from 'node:util'
import type { Actor } from '@/server/access/decide'
import { actorOfAccount } from '@/server/auth/account-actor'
import { disconnect } from '@/server/db/client'
import type { Embedded } from '@/server/db/embedded'
import { asSystem } from '@/server/db/system'
import { setEnvironment } from '@/server/env'
import { build, isBuilt } from '@/server/run/build'
import { generate } from '@/server/run/generate'
import { program } from '@/server/run/root'
import { must, step } from '@/server/run/step'
import { ensureSecrets } from '@/server/secrets'
import { Console } from './console'
import { type BenchDatabase, copyOf, databaseOf, startServer } from './databases'
import { deepMarks } from './deep'
import type { Load } from './load'
import { type Running, startConsole, startWorker } from './processes'
import { type Line, tableOf } from './report'
import { browserRow } from './rows/browser'
import { dashboardRow } from './rows/dashboard'
import { exportRow } from './rows/export'
import { importRow } from './rows/import'
import { licenceRows } from './rows/licences'
import { attentionRow, countRow, everyPage, growthLines, listRow, searchRow } from './rows/list'
import { pageRow } from './rows/page'
import { isSizeName, SIZES, type SizeName, WHO } from './sizes'

const USAGE = 'Usage: npm run bench -- [--size S|M|L] [--rows 1,2,3,4,5,6,7,8,9,10,13,14]'
/** A CSV of a million rows, and how the list grows, want a million customers, whatever the size asked for. */
const LARGEST: SizeName = 'L'

/** Rows that ask a running console. */
const ON_PAGES = [1, 2, 3, 4, 6, 13, 14]

type Wanted = (row: number) => boolean

/** The administrator of the data set, as rights see it. */
async function actorIn(database: BenchDatabase): Promise<Actor> {
  setEnvironment({ DATABASE_URL: database.appUrl })
  try {
    const actor = await asSystem(async (tx) => {
      const { id } = await tx.account.findFirstOrThrow({ where: { loginName: WHO.loginName }, select: { id: true } })
      return actorOfAccount(tx, id)
    })
    if (!actor) throw new Error('the data set has no administrator')
    return actor
  } finally {
    await disconnect()
  }
}

/** A console on a database, signed in, for the time of `work`. */
async function withConsole<T>(
  database: BenchDatabase,
  work: (console: Console, web: Running) => Promise<T>,
): Promise<T> {
  const web = await startConsole(database)
  try {
    const console = await Console.signIn(web.port)
    try {
      return await work(console, web)
    } finally {
      console.close()
    }
  } finally {
    await web.stop()
  }
}

/** The rows that one data set of the size asked for gives. */
async function rowsOf(
  server: Embedded,
  name: SizeName,
  wanted: Wanted,
): Promise<{ lines: Line[]; pages: Map<string, Load> }> {
  const database = await databaseOf(server, SIZES[name])
  const lines: Line[] = []
  const take = async (row: number, title: string, work: () => Promise<Line[]>) => {
    if (wanted(row)) lines.push(...(await step(`${name} · ${title}`, work)))
  }
  return withConsole(database, async (console) => {
    await take(1, 'list page', () => listRow(database, console))
    await take(3, 'orders and filters by kept columns', () => attentionRow(database, console))
    await take(4, 'search', () => searchRow(database, console))
    await take(6, 'count', () => countRow(database, console))
    await take(13, 'page', () => pageRow(name, console))
    await take(14, 'browser', () => browserRow(name, console))
    const marks = wanted(2) ? await deepMarks(database) : {}
    const pages = wanted(2)
      ? await step(`${name} · every order, every depth`, () => everyPage(console, marks))
      : new Map<string, Load>()
    return { lines, pages }
  })
}

async function growth(server: Embedded, small: { name: SizeName; pages: Map<string, Load> }): Promise<Line[]> {
  const database = await databaseOf(server, SIZES[LARGEST])
  const marks = await deepMarks(database)
  const large = await withConsole(database, (console) =>
    step(`${LARGEST} · every order, every depth`, () => everyPage(console, marks)),
  )
  return growthLines(small.pages, large, `${small.name} → ${LARGEST}`)
}

async function exporting(server: Embedded): Promise<Line[]> {
  const database = await databaseOf(server, SIZES[LARGEST])
  const actor = await actorIn(database)
  return withConsole(database, (console, web) =>
    step('CSV of a million rows', () => exportRow(database, console, web.pid, actor)),
  )
}

async function importing(server: Embedded, name: SizeName): Promise<Line[]> {
  const database = await copyOf(server, await databaseOf(server, SIZES[name]))
  const worker = startWorker(database)
  try {
    return await withConsole(database, (console) => step('Import of 100,000', () => importRow(database, console)))
  } finally {
    await worker.stop()
  }
}

/** What a dashboard asks of the database, beside no console. */
async function dashboards(server: Embedded, name: SizeName): Promise<Line[]> {
  const database = await databaseOf(server, SIZES[name])
  return step(`${name} · dashboards`, () => dashboardRow(database))
}

/** What is measured inside this process, beside no console. */
async function licensing(server: Embedded, name: SizeName, wanted: Wanted): Promise<Line[]> {
  const database = await copyOf(server, await databaseOf(server, SIZES[name]))
  const actor = await actorIn(database)
  return step('Licences and keys', () => licenceRows(database, actor, wanted))
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { size: { type: 'string', default: 'S' }, rows: { type: 'string' } } })
  const { size, rows } = values
  if (!isSizeName(size)) throw new Error(USAGE)
  const wanted: Wanted = (row) => rows === undefined || rows.split(',').includes(String(row))
  ensureSecrets()
  await step('Database client', generate)
  if ([...ON_PAGES, 7, 10].some(wanted) && !isBuilt()) await step('Build of the console', () => build())
  if (wanted(13) || wanted(14))
    await step('Build of an empty page', () =>
      must(program('next'), ['build', 'bench/empty'], {
        values: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      }),
    )
  const server = await step('PostgreSQL', startServer)
  const lines: Line[] = []
  try {
    if (ON_PAGES.some(wanted)) {
      const { lines: found, pages } = await rowsOf(server, size, wanted)
      lines.push(...found)
      if (wanted(2) && size !== LARGEST) lines.push(...(await growth(server, { name: size, pages })))
    }
    if (wanted(5)) lines.push(...(await dashboards(server, size)))
    if (wanted(8) || wanted(9)) lines.push(...(await licensing(server, size, wanted)))
    if (wanted(7)) lines.push(...(await exporting(server)))
    if (wanted(10)) lines.push(...(await importing(server, size)))
  } finally {
    await server.stop()
    lines.sort((a, b) => Number(a.row) - Number(b.row))
    if (lines.length > 0) console.log(`\n${tableOf(lines)}\n\nOnly ratios of one run mean anything.`)
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
