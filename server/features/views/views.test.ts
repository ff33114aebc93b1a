import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World, type WorldAccount } from '@/server/testing/world'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  await asSystem((tx) => tx.savedView.deleteMany())
})
afterAll(() => database.drop())

const viewsOf = (account: WorldAccount) => callerOf(account).views
const namesFor = async (account: WorldAccount) =>
  (await viewsOf(account).setup({ screen: 'customers' })).views.map(
    ({ name, mine }) => `${name}${mine ? '' : ' (shared)'}`,
  )
const view = { screen: 'customers', query: 'status=disabled&sort=-created' } as const

test('a view is one’s own until it is shared in the company, and never seen beyond it', async () => {
  const { admin: me, accounts } = world.one.msp
  const colleague = accounts.supportManager
  await viewsOf(me).save({ ...view, name: 'Zurich', shared: false })
  await viewsOf(me).save({ ...view, name: 'élan', shared: true })
  await viewsOf(colleague).save({ ...view, name: 'Mine', shared: false })
  expect(await namesFor(me)).toEqual(['élan', 'Zurich'])
  expect(await namesFor(colleague)).toEqual(['élan (shared)', 'Mine'])
  for (const stranger of [
    world.one.top.admin,
    world.one.sibling.admin,
    world.one.customer.admin,
    world.two.msp.admin,
  ]) {
    expect(await namesFor(stranger)).toEqual([])
  }
})

test('a colleague’s view can be used, not changed; another’s does not exist', async () => {
  const { admin: me, accounts } = world.one.reseller
  const { viewId } = await viewsOf(me).save({ ...view, name: 'Ours', shared: true })
  const change = { viewId, name: 'Theirs', shared: true, query: '' }
  for (const other of [accounts.licenceManager, world.one.top.admin, world.two.top.admin]) {
    expect(await refusal(viewsOf(other).change(change))).toEqual({ code: 'notFound', params: {} })
    expect(await refusal(viewsOf(other).delete({ viewId }))).toEqual({ code: 'notFound', params: {} })
  }
  await viewsOf(me).change({ ...change, name: 'Renamed', shared: false })
  expect(await namesFor(me)).toEqual(['Renamed'])
  expect(await namesFor(accounts.licenceManager)).toEqual([])
  await viewsOf(me).delete({ viewId })
  expect(await namesFor(me)).toEqual([])
  expect(await refusal(viewsOf(me).delete({ viewId }))).toMatchObject({ code: 'notFound' })
})

test('a name is taken once per person, and the refusal stands at the field', async () => {
  const { admin: me, accounts } = world.one.sibling
  await viewsOf(me).save({ ...view, name: 'Mondays', shared: false })
  expect(await refusal(viewsOf(me).save({ ...view, name: ' Mondays ', shared: true }))).toMatchObject({
    code: 'viewNameTaken',
    field: 'name',
  })
  await viewsOf(accounts.billingManager).save({ ...view, name: 'Mondays', shared: false })
})

test('columns and the display setting are kept for the account that chose them', async () => {
  const { admin: me, accounts } = world.one.msp
  const setup = async (account: WorldAccount) => {
    const { columns, settings } = await viewsOf(account).setup({ screen: 'customers' })
    return { columns, display: settings.display }
  }
  await viewsOf(me).keepColumns({ screen: 'customers', columns: 'name:300,city' })
  await callerOf(me).customers.saveDisplay({ display: 'managed' })
  expect(await setup(me)).toEqual({ columns: 'name:300,city', display: 'managed' })
  expect(await setup(accounts.supportManager)).toEqual({ columns: null, display: undefined })
  await viewsOf(me).keepColumns({ screen: 'customers', columns: 'name,country' })
  expect((await setup(me)).columns).toBe('name,country')
  await viewsOf(me).keepColumns({ screen: 'customers', columns: null })
  expect((await setup(me)).columns).toBeNull()
})

test('a suspended partner keeps its views and changes none', async () => {
  const suspended = viewsOf(world.one.suspended.admin)
  expect(await namesFor(world.one.suspended.admin)).toEqual([])
  expect(await refusal(suspended.save({ ...view, name: 'New', shared: false }))).toMatchObject({
    code: 'companySuspended',
  })
})

test('what is done with views stands in the log', async () => {
  const { admin: me } = world.one.msp
  const { viewId } = await viewsOf(me).save({ ...view, name: 'Logged', shared: false })
  await viewsOf(me).delete({ viewId })
  const entries = await asSystem((tx) => tx.logEntry.findMany({ where: { targetId: viewId }, orderBy: { id: 'asc' } }))
  expect(entries.map(({ action, targetType, targetName }) => [action, targetType, targetName])).toEqual([
    ['self.update', 'view', 'Logged'],
    ['self.update', 'view', 'Logged'],
  ])
})
