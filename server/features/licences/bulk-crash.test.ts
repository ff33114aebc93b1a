import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { insertRows } from '@/prisma/seed/insert'
import { asSystem } from '@/server/db/system'
import { env } from '@/server/env'
import { drain } from '@/server/jobs/loop'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { killWorker, startWorker } from '@/server/testing/worker'
import { makeWorld, type World } from '@/server/testing/world'
import { allocate, herd, plan, poolOf, product } from './testing'

const CUSTOMERS = 1200
/** Of whom so many can be reached by mail. */
const REACHABLE = 200
const LICENCES = 2 * CUSTOMERS
const UNITS = 3
const KILLS = 10 * env.SOAK
const KILLS_A_PHASE = 5

let database: TestDatabase
let world: World
let products: string[]
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  products = [await product(world.one), await product(world.one)]
  for (const id of products) await allocate(world.one.msp, id, 100_000)
})
afterAll(() => database.drop())

/** Customers, some of whom somebody can be reached at. */
async function buyers() {
  const customers = await herd(world.one.msp, CUSTOMERS)
  const accounts = customers.slice(0, REACHABLE).map(({ id, scope }, at) => ({
    id: crypto.randomUUID(),
    scope,
    companyId: id,
    loginName: `herd-${at}`,
    firstName: 'Herd',
    lastName: String(at),
    email: `herd-${at}@herd.example`,
    role: 'administrator',
    passwordHash: 'none',
  }))
  await asSystem(async (tx) => {
    await insertRows(tx, 'account', accounts)
    await tx.$executeRaw`update company c set contact_id = a.id from account a where a.company_id = c.id and c.name like 'Herd %'`
  })
  return customers
}

const progressOf = (id: string) =>
  asSystem((tx) => tx.operation.findUniqueOrThrow({ where: { id }, select: { done: true, state: true } }))
const isUnfinished = async (id: string) => ['queued', 'running'].includes((await progressOf(id)).state)
const isTaken = () => asSystem((tx) => tx.job.count({ where: { kind: 'operation', lockedUntil: { not: null } } }))

/** Kills a worker while it has the work in hand: after so many looks, or as soon as something has come of it. */
async function killInBetween(operationId: string, looks: number): Promise<void> {
  const { done } = await progressOf(operationId)
  const worker = startWorker(database)
  await vi.waitFor(async () => expect(await isTaken()).toBeGreaterThan(0), { timeout: 30_000, interval: 2 })
  for (let look = 0; look < looks && (await progressOf(operationId)).done === done; look += 1);
  await killWorker(worker)
}

async function killAgainAndAgain(operationId: string): Promise<number> {
  let kills = 0
  for (; kills < KILLS_A_PHASE && (await isUnfinished(operationId)); kills += 1)
    await killInBetween(operationId, Math.floor(Math.random() * 300))
  await drain()
  return kills
}

/** What has come of it all: each figure is to be there exactly as often as it was shown. */
async function truth(): Promise<Record<string, number>> {
  const [row] = await asSystem(
    (tx) => tx.$queryRaw<Record<string, number>[]>`
      with s as (select s.* from subscription s join company c on c.scope = s.scope where c.name like 'Herd %')
      select (select count(*)::int from s) as licences,
        (select count(distinct (scope, product_id))::int from s) as "once",
        (select min(revision) from s) as "revisionMin", (select max(revision) from s) as "revisionMax",
        (select count(*)::int from s where s.ends_on = months_after(s.starts_on, 11 + s.revision, s.anchor_day)) as "wholeTerms",
        (select count(*)::int from subscription_period p join s on s.id = p.subscription_id) as periods,
        (select count(*)::int from subscription_version v join s on s.id = v.subscription_id) as versions,
        (select count(*)::int from customer_transaction t join s on s.id = t.subscription_id) as transactions,
        (select count(distinct (t.subscription_id, t.ends_after))::int from customer_transaction t join s on s.id = t.subscription_id) as "transactionsOnce",
        (select count(*)::int from log_entry where target_id in (select id::text from s)) as logged,
        (select count(*)::int from mail where kind in ('licenceAdded', 'licenceModified')) as mails,
        (select count(distinct (address, kind, props->'lines'->0->>'endsOn'))::int from mail
          where kind in ('licenceAdded', 'licenceModified')) as "mailsOnce"`,
  )
  return row ?? {}
}

/** After the assignment and so many renewals. */
const asShown = (renewals: number, mails: number) => ({
  licences: LICENCES,
  once: LICENCES,
  revisionMin: 1 + renewals,
  revisionMax: 1 + renewals,
  wholeTerms: LICENCES,
  periods: LICENCES * (1 + renewals),
  versions: LICENCES * (1 + renewals),
  transactions: LICENCES * (1 + renewals),
  transactionsOnce: LICENCES * (1 + renewals),
  logged: LICENCES * (1 + renewals),
  mails,
  mailsOnce: mails,
})

test(
  'a worker killed again and again sells and renews every licence exactly once, with one transaction and the mails that were shown',
  async () => {
    const customers = await buyers()
    const { licences } = callerOf(world.one.msp.admin)
    const selection = { kind: 'ids' as const, ids: customers.map(({ id }) => id) }
    const planIds = await Promise.all(products.map((id) => plan(world.one.msp, id, { initialMonths: 12 })))
    const sale = await licences.assignMany.plan({
      selection,
      wishes: planIds.map((planId) => ({ planId, units: UNITS })),
    })
    expect(sale).toMatchObject({ total: LICENCES, willChange: LICENCES, mails: REACHABLE })
    await licences.assignMany.carryOut(sale)
    let kills = await killAgainAndAgain(sale.operationId)
    expect(await truth()).toEqual(asShown(0, REACHABLE))

    let mails = sale.mails
    for (let renewals = 1; renewals === 1 || kills < KILLS; renewals += 1) {
      const { operationId, ...preview } = await licences.renewMany.plan({
        selection: { kind: 'customers', customers: selection },
        months: 1,
      })
      expect(preview).toMatchObject({ total: LICENCES, willChange: LICENCES, mails: REACHABLE })
      mails += preview.mails
      await licences.renewMany.carryOut({ operationId })
      kills += await killAgainAndAgain(operationId)
      expect(await truth()).toEqual(asShown(renewals, mails))
      expect(await asSystem((tx) => tx.operation.findUnique({ where: { id: operationId } }))).toMatchObject({
        ...{ state: 'done', done: LICENCES, refused: 0, failed: 0 },
      })
    }
    for (const id of products) expect((await poolOf(world.one.msp, id)).provisioned).toBe(CUSTOMERS * UNITS)
  },
  600_000 * env.SOAK,
)
