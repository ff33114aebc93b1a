import { afterAll, beforeAll, expect, test } from 'vitest'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'
import type { NewPartnerInput } from './schema'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const partners = (account = world.one.top.admin) => callerOf(account).partners
const id = (what: string, channel = world.one) => idOf(channel.top, what)

const made = { number: 0 }
const wish = (rest: Partial<NewPartnerInput>): NewPartnerInput => {
  made.number += 1
  return {
    kind: 'msp',
    company: { name: 'Nordlys', slug: `nordlys-${made.number}`, city: 'Oslo', state: 'Oslo', country: 'NO' },
    account: { loginName: `nordlys-${made.number}`, firstName: 'Åse', lastName: 'Dahl', email: 'ase@example.test' },
    ...rest,
  }
}
const allocation = (rest = {}) => ({
  productId: id('product'),
  version: 'full' as const,
  allocated: 250,
  refill: true,
  disabled: false,
  ...rest,
})

/** Everything that a partner can leave behind. */
const counted = () =>
  sql(
    database.superuserUrl,
    `select (select count(*) from company) as companies, (select count(*) from account) as accounts,
       (select count(*) from allocation) as allocations, (select count(*) from msp_permission) as permissions,
       (select count(*) from plan_grant) as grants, (select count(*) from mail) as mails,
       (select count(*) from account_token) as links, (select count(*) from log_entry where not refused) as entries`,
  )

test('what the wizard offers is what can be given: products on sale, plans of the parent, its data centres', async () => {
  const { allocatable, plans, dataCentres } = await partners().options()
  expect(allocatable.every(({ allocation }) => allocation === null)).toBe(true)
  expect(allocatable.map(({ productId, version }) => `${productId} ${version}`)).toContain(`${id('product')} full`)
  expect(plans.map(({ planId }) => planId)).toContain(idOf(world.one.top, 'plan'))
  expect(plans.map(({ planId }) => planId)).not.toContain(idOf(world.one.msp, 'plan'))
  expect(dataCentres.map((centre) => centre.id).toSorted()).toEqual(
    [id('dataCentre'), id('otherDataCentre')].toSorted(),
  )
})

test('a new MSP has at once what it was given, each in the log, and sells from it', async () => {
  const partner = await partners().create(
    wish({
      allocations: [allocation(), allocation({ version: 'trial', allocated: 5, refill: false })],
      remote: { enabled: true, dataCentreId: id('dataCentre') },
      ownBranding: true,
    }),
  )
  const { products } = callerOf(world.one.top.admin)
  const sold = (await products.allocations.list({ companyId: partner.id })).filter((row) => row.allocation !== null)
  expect(sold).toMatchObject([
    { version: 'full', allocation: { allocated: 250, provisioned: 0, refill: true } },
    { version: 'trial', allocation: { allocated: 5, refill: false } },
  ])
  expect(await partners().permissions({ companyId: partner.id })).toMatchObject({
    dataCentreId: id('dataCentre'),
    ownBranding: true,
  })
  const entries = await sql<{ action: string }>(
    database.superuserUrl,
    'select action from log_entry e join company c on c.scope = e.scope where c.id = $1 order by e.id',
    [partner.id],
  )
  expect(entries.map(({ action }) => action)).toEqual([
    'partner.create',
    'partner.allocate',
    'partner.allocate',
    'partner.remoteManagement',
    'branding.manage',
  ])
})

test('a new reseller has its plans', async () => {
  const planIds = [idOf(world.one.top, 'plan'), idOf(world.one.top, 'largerPlan')]
  const partner = await partners().create(wish({ kind: 'reseller', planIds }))
  const { granted } = await callerOf(world.one.top.admin).plans.grants.list({ companyId: partner.id })
  expect(granted.map(({ planId }) => planId).toSorted()).toEqual(planIds.toSorted())
})

test('whatever is refused, nothing is half written, and the field is named', async () => {
  await sql(database.superuserUrl, "update product set end_of_sale_on = '2020-01-01' where id = $1", [id('idle')])
  await sql(database.superuserUrl, 'update data_centre set enabled = false where id = $1', [id('otherDataCentre')])
  await sql(database.superuserUrl, 'update service_plan set enabled = false where id = $1', [
    idOf(world.one.top, 'sparePlan'),
  ])
  const before = await counted()
  const tries: [Partial<NewPartnerInput>, object][] = [
    [
      { allocations: [allocation(), allocation({ productId: id('idle') })] },
      { code: 'endOfSale', field: 'allocations.1.allocated' },
    ],
    [{ allocations: [allocation(), allocation()] }, { code: 'changedMeanwhile' }],
    [{ allocations: [allocation({ productId: id('product', world.two) })] }, { code: 'notFound' }],
    [{ kind: 'reseller', allocations: [allocation()] }, { code: 'wrongKind' }],
    [{ kind: 'reseller', ownBranding: true }, { code: 'wrongKind' }],
    [{ planIds: [idOf(world.one.top, 'plan')] }, { code: 'wrongKind' }],
    [
      { kind: 'reseller', planIds: [idOf(world.one.top, 'sparePlan')] },
      { code: 'planDisabled', field: 'planIds' },
    ],
    [{ kind: 'reseller', planIds: [idOf(world.two.top, 'plan')] }, { code: 'notFound' }],
    [
      { remote: { enabled: true, dataCentreId: id('dataCentre', world.two) }, allocations: [allocation()] },
      { code: 'notFound', field: 'remote.dataCentreId' },
    ],
    [{ remote: { enabled: true, dataCentreId: id('otherDataCentre') } }, { code: 'dataCentreClosed' }],
    [{ remote: { enabled: true, dataCentreId: '' } }, { code: 'invalidInput' }],
  ]
  for (const [rest, refused] of tries) {
    expect(await refusal(partners().create(wish(rest)))).toMatchObject(refused)
    expect(await counted()).toEqual(before)
  }
})

test('a partner account manager equips a partner, and does not give it a brand', async () => {
  const manager = partners(world.one.top.accounts.partnerAccountManager)
  const { id: companyId } = await manager.create(wish({ allocations: [allocation()] }))
  expect(await manager.permissions({ companyId })).toMatchObject({ ownBranding: false })
  const before = await counted()
  expect(await refusal(manager.create(wish({ ownBranding: true })))).toMatchObject({
    code: 'notAllowed',
    params: { privilege: 'branding.manage' },
  })
  expect(await counted()).toEqual(before)
})

test('the form asks through the door of partners: whoever creates partners only is not turned away', async () => {
  const manager = callerOf(world.one.top.accounts.partnerAccountManager)
  expect(await manager.partners.isSlugTaken({ slug: world.one.msp.slug })).toBe(true)
  expect(await manager.partners.isLoginNameTaken({ loginName: world.one.msp.admin.loginName })).toBe(true)
  expect(await manager.partners.isLoginNameTaken({ loginName: 'nobody-has-this' })).toBe(false)
  expect(await refusal(manager.customers.isSlugTaken({ slug: 'nobody-has-this' }))).toMatchObject({
    code: 'notAllowed',
  })
})
