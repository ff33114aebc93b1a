import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '@/prisma/generated/client'
import { foldTally } from '@/server/jobs/fold-tally'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { readsOf } from '@/server/testing/plans'
import { makeWorld, type World } from '@/server/testing/world'
import { dashboardStatements } from './statements-testing'

/** Enough that reading them is told from reading what is kept. */
const CUSTOMERS = 30_000
/** A year of days, and a few of everything else: whatever the number of customers. */
const ROWS_MAX = 600

let database: TestDatabase
let world: World
let statementsBefore: number
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  statementsBefore = (await dashboardStatements(world.one.top.scope)).length
  await sql(
    database.superuserUrl,
    `insert into company (id, scope, parent_scope, kind, status, portal, name, city, state, country, slug, created_at, licence_bits,
       next_expiry_on, licence_figures)
     select 'x' || lpad(n::text, 9, '0'), p || 'x' || lpad(n::text, 9, '0') || '.', p, 'customer', 'enabled', 'lmp', 'C ' || n, 'Oslo', 'S',
       'NO', 'x' || n, now() - n % 900 * interval '1 day', 1 + n % 60, current_date + n % 700,
       array[format('product 00000000-0000-7000-8000-0000000000%s active', 10 + n % 20), format('term %s auto', 2000 + n % 90)]
     from generate_series(1, ${CUSTOMERS}) n, lateral (select case when n % 3 = 0 then $1 else $2 end as p) place`,
    [world.one.msp.scope, world.one.sibling.scope],
  )
  await foldTally()
  await sql(database.superuserUrl, 'vacuum analyze company, tally')
}, 120_000)
afterAll(() => database.drop())

/** How many rows of a table a statement touches. */
const rowsRead = async (scope: string, statement: Prisma.Sql, table: string) =>
  (await readsOf(scope, statement, table)).rows

test.each(['top', 'msp', 'reseller'] as const)(
  'the dashboard of %s asks no company, reads a few kept rows, and no more statements than before there were so many',
  async (place) => {
    const { scope } = world.one[place]
    const statements = await dashboardStatements(scope)
    expect(statements).toHaveLength(statementsBefore)
    for (const statement of statements) {
      expect(await rowsRead(scope, statement, 'company'), statement.text).toBe(0)
      expect(await rowsRead(scope, statement, 'tally'), statement.text).toBeLessThan(ROWS_MAX)
    }
  },
)

test('the guard fires: a figure counted from the companies reads them', async () => {
  const { scope } = world.one.top
  const live = Prisma.sql`select count(*) from company where scope > ${scope} and scope < ${`${scope}~`} and status = 'enabled'`
  expect(await rowsRead(scope, live, 'company')).toBeGreaterThan(CUSTOMERS / 2)
})
