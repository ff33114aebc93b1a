import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '@/prisma/generated/client'
import { listLog } from '@/server/features/administration-log/queries'
import { logPage } from '@/server/features/administration-log/schema'
import { herd, plan, product } from '@/server/features/licences/testing'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { readsOf, watched } from '@/server/testing/plans'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World, type WorldAccount, type WorldCompany } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const top = () => callerOf(world.one.top.admin)

/** The history of a partner as its page shows it, oldest first: what was done, and on what. */
async function historyOf({ id }: WorldCompany, reader: WorldAccount = world.one.top.admin) {
  const { rows } = await callerOf(reader).log.list({ filter: { partnerId: id }, limit: 200 })
  return rows.reverse()
}
type Entry = Awaited<ReturnType<typeof historyOf>>[number]
const lineOf = ({ action, targetType, targetName, refused }: Entry): string =>
  [action, targetType, targetName, ...(refused ? ['refused'] : [])].join(' · ')

/** What `work` adds to the history of a partner. */
async function added(partner: WorldCompany, work: () => Promise<unknown>): Promise<string[]> {
  const before = new Set((await historyOf(partner)).map(({ id }) => id))
  await work()
  return (await historyOf(partner)).filter(({ id }) => !before.has(id)).map(lineOf)
}

test('everything done to an MSP stands in its history, with what it was done on', async () => {
  const { msp } = world.one
  const companyId = msp.id
  const productId = await product(world.one, { name: 'Deep Guard' })
  const allocate = (allocated: number, was: number | null, rest: object = {}) =>
    top().products.allocations.set({
      ...{ companyId, productId, version: 'full', allocated, refill: false, disabled: false, was, ...rest },
    })
  const centre = idOf(world.one.top, 'dataCentre')
  const person = { firstName: 'Grace', lastName: 'Hill', email: 'grace@example.test', loginName: 'grace-hill' }
  const seen = await added(msp, async () => {
    await allocate(100, null)
    await allocate(150, 100, { refill: true })
    await allocate(150, 150, { disabled: true })
    await top().partners.setRemoteManagement({
      companyId,
      was: centre,
      dataCentreId: idOf(world.one.top, 'otherDataCentre'),
    })
    await top().partners.setBrandingPermission({ companyId, allowed: true })
    const { accountId } = await top().accounts.ofPartner.create({ companyId, role: 'supportManager', ...person })
    await top().accounts.ofPartner.setEnabled({ companyId, accountId, isEnabled: false })
    await callerOf(msp.admin).accounts.own.setEnabled({ accountId, isEnabled: true })
    await top().partners.setStatus({ companyId, to: 'suspended' })
    await top().partners.setStatus({ companyId, to: 'active' })
  })
  expect(seen).toEqual([
    'partner.allocate · allocation · Deep Guard',
    'partner.allocate · allocation · Deep Guard',
    'partner.allocate · allocation · Deep Guard',
    `partner.remoteManagement · company · ${msp.name}`,
    `branding.manage · company · ${msp.name}`,
    'partner.accounts · account · Grace Hill (grace-hill)',
    'partner.accounts · account · Grace Hill (grace-hill)',
    'company.accounts · account · Grace Hill (grace-hill)',
    `partner.update · company · ${msp.name}`,
    `partner.update · company · ${msp.name}`,
  ])
})

test('plans that a reseller is given and that are taken from it stand there by their names', async () => {
  const { reseller } = world.one
  const planId = await plan(world.one.top, await product(world.one), {})
  await sql(database.superuserUrl, `update service_plan set name = 'Gold' where id = $1`, [planId])
  const gift = { companyId: reseller.id, planIds: [planId] }
  const seen = await added(reseller, async () => {
    await top().plans.grants.grant(gift)
    await top().plans.grants.revoke(gift)
  })
  expect(seen).toEqual(['partner.assignPlan · plan · Gold', 'partner.assignPlan · plan · Gold'])
})

test('a customer that moves stands in the history of both partners', async () => {
  const { msp, sibling } = world.one
  const [{ id: companyId } = { id: '' }] = await herd(msp, 1)
  const move = 'customer.move · company · Herd 0'
  const arrived = await added(sibling, async () => {
    const left = await added(msp, () => top().moves.carryOut({ companyId, toId: sibling.id, plans: [] }))
    expect(left).toEqual([move])
  })
  expect(arrived).toEqual([move])
})

test('what a partner does by itself, and what happens to its customers, is not its history', async () => {
  const { msp, customer, clpCustomer } = world.one
  const { customers, plans, self } = callerOf(msp.admin)
  const seen = await added(msp, async () => {
    await plans.switchTo({ planId: idOf(msp, 'freshPlan'), enabled: false })
    await customers.setStatus({ companyId: clpCustomer.id, to: 'disabled' })
    await callerOf(customer.admin).accounts.own.setEnabled({
      accountId: customer.accounts.supportEngineer.id,
      isEnabled: false,
    })
    await self.setLocale({ locale: 'fr' })
  })
  expect(seen).toEqual([])
})

test('an attempt that was refused stands there for those above only; nobody beside reads anything', async () => {
  const { top: above, msp, sibling } = world.one
  const { partners } = callerOf(above.accounts.licenceManager)
  const seen = await added(msp, () => refusal(partners.setStatus({ companyId: msp.id, to: 'suspended' })))
  expect(seen).toEqual(['partner.update · company ·  · refused'])
  const own = await historyOf(msp, msp.admin)
  expect(own.length).toBeGreaterThan(0)
  expect(own.every(({ refused }) => !refused)).toBe(true)
  expect(await historyOf(msp, sibling.admin)).toEqual([])
  expect(await historyOf(msp, world.two.top.admin)).toEqual([])
  // Whoever may not read the log does not read it here.
  const manager = callerOf(above.accounts.partnerAccountManager)
  expect(await refusal(manager.log.list({ filter: { partnerId: msp.id } }))).toMatchObject({ code: 'notAllowed' })
})

/** How many entries of the log a statement touches. */
const entriesRead = async (scope: string, statement: Prisma.Sql) => (await readsOf(scope, statement, 'log_entry')).rows

test('a page of it costs a page, however long the logs of the channel and of the partner are', async () => {
  const { top: above, msp, sibling } = world.one
  // One in forty of a partner's own log is done to it; one in four thousand of the other's.
  await sql(
    database.superuserUrl,
    `insert into log_entry (scope, account_name, company_name, action, target_type, target_id, target_name)
     select case when n % 2 = 0 then $1 else $2 end, 'Ada', 'Top',
       case when n % 40 = 0 or n % 4000 = 1 then 'partner.allocate' else 'key.view' end, 'key', n::text, 'Thing ' || n
     from generate_series(1, 40000) n`,
    [msp.scope, sibling.scope],
  )
  await sql(database.superuserUrl, 'vacuum analyze log_entry')
  for (const partner of [msp, sibling]) {
    const page = (mark: { after?: string } = {}) =>
      watched(above.scope, (tx) =>
        listLog(
          tx,
          { scope: above.scope, timeZone: 'UTC' },
          logPage.parse({ filter: { partnerId: partner.id }, limit: 20, ...mark }),
        ),
      )
    const first = await page()
    const second = first.result.after ? await page({ after: first.result.after }) : first
    expect(first.result.rows.length).toBeGreaterThan(9)
    for (const { statements } of [first, second]) {
      expect(statements).toHaveLength(1)
      for (const statement of statements)
        expect(await entriesRead(above.scope, statement), statement.text).toBeLessThan(22)
    }
  }
  // The guard fires: without the index's column the same entries are looked for in the log.
  const [walked] = (
    await watched(above.scope, (tx) =>
      listLog(
        tx,
        { scope: above.scope, timeZone: 'UTC' },
        logPage.parse({ filter: { action: ['partner.allocate'], q: 'Thing 4001' }, limit: 20 }),
      ),
    )
  ).statements
  expect(await entriesRead(above.scope, walked ?? Prisma.empty)).toBeGreaterThan(1000)
})
