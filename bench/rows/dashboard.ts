import { Client } from 'pg'
import type { Prisma } from '@/prisma/generated/client'
import { disconnect } from '@/server/db/client'
import { withClient } from '@/server/db/roles'
import { setEnvironment } from '@/server/env'
import { dashboardStatements } from '@/server/features/dashboard/statements-testing'
import { TOP_SCOPE } from '../data'
import type { BenchDatabase } from '../databases'
import { median } from '../load'
import type { Statement } from '../processes'
import { type Line, ms, times } from '../report'
import { WHO } from '../sizes'
import { ROUNDS } from './list'

const TIMES = 40
/** Counting live takes so long on big data that a few times tell. */
const LIVE_TIMES = 3
const GOAL_MS = 2

/** The same figures, counted from the companies. */
const LIVE = [
  `select count(*) filter (where kind = 'customer' and status = 'enabled'), count(*) filter (where kind = 'customer' and status = 'disabled'),
     count(*) filter (where kind = 'customer' and created_at > now() - interval '30 days'),
     count(*) filter (where kind <> 'customer' and status = 'active')
   from company where scope > $1 and scope < $1 || '~'`,
  `select licence_bits, count(*) from company where scope > $1 and scope < $1 || '~' and licence_bits > 0 group by 1`,
  `select next_expiry_on, count(*) from company where scope > $1 and scope < $1 || '~'
     and next_expiry_on between current_date and current_date + 90 group by 1`,
  `select f, count(*) from company, unnest(licence_figures) f where scope > $1 and scope < $1 || '~' group by 1`,
]

type Level = { name: string; scope: string; customers: number }

/** The distributor, the partner with a third of all customers, and the one with the fewest. */
async function levelsOf(client: Client): Promise<Level[]> {
  const { rows } = await client.query<Level>(
    `select m.slug as name, m.scope, count(c.id)::int as customers from company m left join company c on c.parent_scope = m.scope
     where m.kind = 'msp' group by m.scope, m.slug order by 3`,
  )
  const [small, big] = [rows[0], rows.find(({ name }) => name === WHO.partnerSlug)]
  if (!small || !big) throw new Error('the data set has no partners')
  const customers = rows.reduce((sum, partner) => sum + partner.customers, 0)
  return [
    { name: 'distributor', scope: TOP_SCOPE, customers },
    { ...big, name: 'big MSP' },
    { ...small, name: 'small MSP' },
  ]
}

type Explained = { 'QUERY PLAN': [{ 'Planning Time': number; 'Execution Time': number }] }

/** Milliseconds that the server plans and works on some statements together, as the application at a path. */
async function workedAt(client: Client, scope: string, statements: Statement[], times: number) {
  const found: number[] = []
  for (let time = 0; time < times; time++) {
    await client.query('begin read only')
    await client.query(`select set_config('app.scope', $1, true)`, [scope])
    let sum = 0
    for (const { text, values } of statements) {
      const { rows } = await client.query<Explained>(`explain (analyze, timing off, format json) ${text}`, values)
      for (const {
        'QUERY PLAN': [plan],
      } of rows)
        sum += plan['Planning Time'] + plan['Execution Time']
    }
    found.push(sum)
    await client.query('commit')
  }
  return median(found)
}

/** The same with round trips and the reading of the answers, one statement after another. */
async function timedAt(
  client: Client,
  scope: string,
  statements: { text: string; values: unknown[] }[],
  times: number,
) {
  const found: number[] = []
  for (let time = 0; time < times; time++) {
    await client.query('begin read only')
    await client.query(`select set_config('app.scope', $1, true)`, [scope])
    const start = performance.now()
    for (const statement of statements) await client.query(statement)
    found.push(performance.now() - start)
    await client.query('commit')
  }
  return median(found)
}

const asked = ({ text, values }: Prisma.Sql) => ({ text, values })

/** Row 5: everything that a dashboard asks, at three levels of the tree; beside it, the same figures counted live. */
export async function dashboardRow(database: BenchDatabase): Promise<Line[]> {
  setEnvironment({ DATABASE_URL: database.appUrl })
  const levels = await withClient(database.superuserUrl, levelsOf)
  const app = new Client({ connectionString: database.appUrl })
  await app.connect()
  const lines: Line[] = []
  try {
    for (const { name, scope, customers } of levels) {
      const statements = (await dashboardStatements(scope)).map(asked)
      const live = LIVE.map((text) => ({ text, values: [scope] }))
      const [floors, ours, whole]: [number[], number[], number[]] = [[], [], []]
      for (let round = 0; round < ROUNDS; round++) {
        floors.push(await workedAt(app, scope, live, LIVE_TIMES))
        ours.push(await workedAt(app, scope, statements, TIMES))
        whole.push(await timedAt(app, scope, statements, TIMES))
      }
      const [counted, kept] = [median(floors), median(ours)]
      lines.push({
        ...{ row: '5', work: `dashboard, ${name}, ${customers} customers (floor: counted live)` },
        ...{
          size: database.size.name,
          floor: ms(counted),
          tierline: `${ms(kept)}, ${ms(median(whole))} with round trips`,
          ratio: times(kept / counted),
        },
        ...{ goal: `≤ ${GOAL_MS} ms`, isMet: kept <= GOAL_MS },
      })
    }
  } finally {
    await app.end()
    await disconnect()
  }
  return lines
}
