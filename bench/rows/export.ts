import { setTimeout as wait } from 'node:timers/promises'
import { to as copyTo } from 'pg-copy-streams'
import type { Actor, Target } from '@/server/access/decide'
import { withClient } from '@/server/db/roles'
import { customersExport } from '@/server/features/customers/export'
import type { Console } from '../console'
import type { BenchDatabase } from '../databases'
import { type Answer, measure, median } from '../load'
import { memoryOf } from '../processes'
import { type Line, ms, seconds, times } from '../report'
import { inlined } from '../statements'
import { ROUNDS } from './list'

type Timed = { firstByteMs: number; ms: number; bytes: number }

/** The same SELECT by COPY, its bytes thrown away: nothing gives them faster. */
async function copy({ superuserUrl }: BenchDatabase, text: string): Promise<Timed> {
  return withClient(superuserUrl, async (client) => {
    const start = performance.now()
    const stream = client.query(copyTo(`copy (${text}) to stdout (format csv)`))
    let [firstByteMs, bytes] = [0, 0]
    for await (const chunk of stream) {
      if (bytes === 0) firstByteMs = performance.now() - start
      bytes += (chunk as Buffer).length
    }
    return { firstByteMs, ms: performance.now() - start, bytes }
  })
}

const download = (console: Console, input: object): Promise<Answer> =>
  console.ask({ path: `/api/exports/customers?input=${encodeURIComponent(JSON.stringify(input))}`, isKept: false })

/** Megabytes by which a process grows while `work` runs. */
async function growthDuring<T>(pid: number, work: () => Promise<T>): Promise<{ result: T; megabytes: number }> {
  const before = memoryOf(pid) ?? 0
  let peak = before
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid) ?? 0)
  }, 50)
  const result = await work()
  clearInterval(watch)
  return { result, megabytes: peak - before }
}

/** Row 7: a million rows as a file, its first byte, the memory it takes, and the list beside it. */
export async function exportRow(database: BenchDatabase, console: Console, pid: number, actor: Actor): Promise<Line[]> {
  const target: Target = { scope: actor.scope, kind: actor.kind, chain: actor.chain }
  const text = inlined(customersExport.plan(actor, target, {}).select)
  const [floors, files, growths]: [Timed[], Answer[], number[]] = [[], [], []]
  await download(console, { selection: { kind: 'matching', filter: { country: ['DK'] }, except: [] } })
  for (let round = 0; round < ROUNDS; round++) {
    floors.push(await copy(database, text))
    const { result, megabytes } = await growthDuring(pid, () => download(console, {}))
    if (result.status !== 200) throw new Error(`export: answer ${result.status}`)
    files.push(result)
    growths.push(megabytes)
  }
  const list = () => console.query('customers.list', { sort: 'name' })
  const alone = await measure(list, { seconds: 4, warmUp: 10 })
  const running = download(console, {})
  await wait(300)
  const beside = await measure(list, { seconds: 4, warmUp: 0 })
  await running
  const [floor, file] = [median(floors.map(({ ms }) => ms)), median(files.map(({ ms }) => ms))]
  const firstByte = median(files.map(({ firstByteMs }) => firstByteMs))
  const growth = Math.max(...growths)
  const line = { row: '7', size: database.size.name }
  const rows = `${Math.round(database.size.customers / 1000)} k rows`
  return [
    {
      ...line,
      work: `CSV of ${rows} (floor: COPY of the same SELECT)`,
      ...{
        floor: seconds(floor),
        tierline: seconds(file),
        ratio: times(floor / file),
        goal: '≥ 0.5 ×',
        isMet: floor / file >= 0.5,
      },
    },
    {
      ...line,
      work: 'CSV: first byte',
      ...{ floor: '', tierline: ms(firstByte), ratio: '', goal: '≤ 200 ms', isMet: firstByte <= 200 },
    },
    {
      ...line,
      work: 'CSV: memory the server grows by',
      ...{ floor: '', tierline: `${Math.round(growth)} MB`, ratio: '', goal: '≤ 64 MB', isMet: growth <= 64 },
    },
    {
      ...line,
      work: 'list beside it: p99 (floor: alone)',
      ...{
        floor: ms(alone.p99),
        tierline: ms(beside.p99),
        ratio: times(beside.p99 / alone.p99),
        goal: '≤ 5 ×',
        isMet: beside.p99 / alone.p99 <= 5,
      },
    },
  ]
}
