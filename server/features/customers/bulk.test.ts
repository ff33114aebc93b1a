import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertRows } from '@/prisma/seed/insert'
import { inScope } from '@/server/db/scoped'
import { asSystem } from '@/server/db/system'
import { notDoneFile } from '@/server/features/operations/not-done'
import { drain, runJob } from '@/server/jobs/loop'
import { claim } from '@/server/jobs/queue'
import { newCompanyId } from '@/server/lib/ids'
import { callerOf, contextOf } from '@/server/testing/caller'
import { at } from '@/server/testing/clock'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const as = (place: keyof World['one'], channel: keyof World = 'one') => callerOf(world[channel][place].admin)
const ids = (...list: string[]) => ({ selection: { kind: 'ids' as const, ids: list } })

/** Adds bare customers (no accounts) below a company and gives their ids. */
async function herd(count: number, over: { portal?: 'lmp' | 'clp'; productNames?: string[]; above?: string } = {}) {
  const parentScope = over.above ?? world.one.msp.scope
  const rows = Array.from({ length: count }, (_, i) => {
    const id = newCompanyId()
    return {
      id,
      scope: `${parentScope}${id}.`,
      parentScope,
      kind: 'customer',
      status: 'enabled',
      portal: over.portal ?? 'lmp',
      name: `Herd ${i}`,
      city: 'Oslo',
      state: 'Oslo',
      country: 'NO',
      slug: `herd-${id}`,
      productNames: over.productNames ?? [],
    }
  })
  await asSystem((tx) => insertRows(tx, 'company', rows))
  return rows.map(({ id }) => id)
}

const statuses = (of: string[]) =>
  asSystem(async (tx) => {
    const rows = await tx.company.groupBy({ by: ['status'], where: { id: { in: of } }, _count: true })
    return Object.fromEntries(rows.map(({ status, _count }) => [status, _count]))
  })

const logCount = (of: string[]) =>
  asSystem((tx) => tx.logEntry.count({ where: { targetId: { in: of }, refused: false } }))
const operation = (id: string) => asSystem((tx) => tx.operation.findUniqueOrThrow({ where: { id } }))

test('a preview counts and explains, and changes nothing', async () => {
  const good = await herd(3)
  const { disabledCustomer, siblingCustomer, customer } = world.one
  const plan = await as('msp').customers.disableMany.plan(
    ids(...good, customer.id, disabledCustomer.id, siblingCustomer.id, 'zzzzzzzzzzzz'),
  )
  expect(plan).toMatchObject({ total: 7, willChange: 4, accounts: 8, onlyName: null })
  expect(new Map(plan.refused.map(({ code, count }) => [code, count]))).toEqual(
    new Map([
      ['statusUnchanged', 1],
      ['notFound', 2],
    ]),
  )
  expect(await statuses(good)).toEqual({ enabled: 3 })
  const refused = await as('msp').operations.items({ operationId: plan.operationId, state: 'refused' })
  const foreign = refused.rows.filter(({ code }) => code === 'notFound')
  expect(foreign).toEqual([
    expect.objectContaining({ name: '', params: null }),
    expect.objectContaining({ name: '', params: null }),
  ])
  const { rows } = await as('msp').operations.items({ operationId: plan.operationId, state: 'pending' })
  expect(rows[0]).toMatchObject({ params: { from: 'enabled', to: 'disabled' } })
  expect(await drain()).toBe(0)
})

test('a preview stands in the order of the list it came from, page by page', async () => {
  const names = ['Zebra', 'éclair 2', 'Eclair 1', 'eclair-3', 'Ångström', 'apple', '_under', '7 Days', 'Zebra']
  const herded = await herd(names.length)
  await asSystem(async (tx) => {
    for (const [at, name] of names.entries())
      await tx.company.updateMany({ where: { id: herded[at] ?? '' }, data: { name, city: 'Orderly' } })
  })
  const filter = { city: 'Orderly' }
  const listed = await as('msp').customers.list({ filter, sort: 'name' })
  const { operationId } = await as('msp').customers.disableMany.plan({ selection: { kind: 'matching', filter } })
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await as('msp').operations.items({ operationId, limit: 2, ...(cursor ? { cursor } : {}) })
    seen.push(...page.rows.map(({ ref }) => ref))
    cursor = page.nextCursor
  }
  expect(seen).toHaveLength(names.length)
  expect(seen).toEqual(listed.rows.map(({ id }) => id))
})

test('carrying out does what the preview showed, once, and says what was refused', async () => {
  const good = await herd(4)
  const { disabledCustomer } = world.one
  const { operationId } = await as('msp').customers.disableMany.plan(ids(...good, disabledCustomer.id))
  await as('msp').customers.disableMany.carryOut({ operationId })
  await drain()
  expect(await statuses(good)).toEqual({ disabled: 4 })
  expect(await operation(operationId)).toMatchObject({ state: 'done', total: 5, done: 4, refused: 1, failed: 0 })
  expect(await logCount(good)).toBe(4)
  expect((await refusal(as('msp').customers.disableMany.carryOut({ operationId }))).code).toBe('operationNotReady')
})

test('a customer that somebody changed after the preview is left out and reported', async () => {
  const good = await herd(3)
  const [moved = ''] = good
  const { operationId } = await as('msp').customers.disableMany.plan(ids(...good))
  await as('msp').customers.changeTags({ companyId: moved, add: ['vip'] })
  await as('msp').customers.disableMany.carryOut({ operationId })
  await drain()
  expect(await statuses(good)).toEqual({ disabled: 2, enabled: 1 })
  const { rows } = await as('msp').operations.items({ operationId, state: 'refused' })
  expect(rows).toMatchObject([{ ref: moved, code: 'movedSince' }])
})

test('enabling brings back what was disabled', async () => {
  const good = await herd(2)
  for (const many of [as('msp').customers.disableMany, as('msp').customers.enableMany]) {
    await many.carryOut(await many.plan(ids(...good)))
    await drain()
  }
  expect(await statuses(good)).toEqual({ enabled: 2 })
})

test('a preview older than thirty minutes is refused', async () => {
  const good = await herd(1)
  const { operationId } = await as('msp').customers.disableMany.plan(ids(...good))
  const later = new Date(Date.now() + 31 * 60_000).toISOString()
  const answer = await at(later, () => refusal(as('msp').customers.disableMany.carryOut({ operationId })))
  expect(answer.code).toBe('planExpired')
  expect(await statuses(good)).toEqual({ enabled: 1 })
})

test('a preview belongs to the one who made it, and to what it was made for', async () => {
  const { operationId } = await as('msp').customers.disableMany.plan(ids(...(await herd(1))))
  const colleague = callerOf(world.one.msp.accounts.customerAccountManager)
  expect((await refusal(colleague.customers.disableMany.carryOut({ operationId }))).code).toBe('notFound')
  expect((await refusal(as('top').customers.disableMany.carryOut({ operationId }))).code).toBe('notFound')
  expect((await refusal(as('msp').customers.enableMany.carryOut({ operationId }))).code).toBe('notFound')
})

test('when every row is refused there is nothing to carry out', async () => {
  const { operationId } = await as('msp').customers.disableMany.plan(ids(world.one.disabledCustomer.id))
  expect((await refusal(as('msp').customers.disableMany.carryOut({ operationId }))).code).toBe('nothingSelected')
})

test('many are deleted only when their number is typed; lmp customers and those with products stay', async () => {
  const good = await herd(2, { portal: 'clp' })
  const kept = [...(await herd(1)), ...(await herd(1, { portal: 'clp', productNames: ['Cloud Edge'] }))]
  const { deleteMany } = as('msp').customers
  const { operationId, refused } = await deleteMany.plan(ids(...good, ...kept))
  expect(refused).toEqual(
    expect.arrayContaining([
      { code: 'notClp', count: 1 },
      { code: 'productsLeft', count: 1 },
    ]),
  )
  expect(await refusal(deleteMany.carryOut({ operationId, typed: '4' }))).toMatchObject({
    code: 'nameMismatch',
    field: 'typed',
  })
  await deleteMany.carryOut({ operationId, typed: '2' })
  await drain()
  expect(await statuses([...good, ...kept])).toEqual({ enabled: 2 })
  expect(await operation(operationId)).toMatchObject({ done: 2, refused: 2 })
})

test('a single one is deleted by its name', async () => {
  const good = await herd(1, { portal: 'clp' })
  const { deleteMany } = as('msp').customers
  const { operationId, onlyName } = await deleteMany.plan(ids(...good))
  expect(onlyName).toBe('Herd 0')
  await deleteMany.carryOut({ operationId, typed: 'Herd 0' })
  await drain()
  expect(await statuses(good)).toEqual({})
})

test('a product assigned between preview and deletion keeps the customer', async () => {
  const good = await herd(1, { portal: 'clp' })
  const { deleteMany } = as('msp').customers
  const { operationId } = await deleteMany.plan(ids(...good))
  await deleteMany.carryOut({ operationId, typed: 'Herd 0' })
  await asSystem((tx) => tx.company.updateMany({ where: { id: { in: good } }, data: { productNames: ['Worry-Free'] } }))
  await drain()
  const { rows } = await as('msp').operations.items({ operationId, state: 'refused' })
  expect(rows).toMatchObject([{ code: 'productsLeft', params: { products: 'Worry-Free' } }])
})

test('tags are added to and removed from each as it is', async () => {
  const [one = '', two = ''] = await herd(2)
  await as('msp').customers.changeTags({ companyId: one, add: ['old'] })
  const { tagMany } = as('msp').customers
  await tagMany.carryOut(await tagMany.plan({ ...ids(one, two), add: ['new'], remove: ['old'] }))
  await drain()
  const tags = await Promise.all([one, two].map(async (id) => (await as('msp').customers.get({ id })).tags))
  expect(tags).toEqual([['new'], ['new']])
})

test('everything that matches a filter but some is what the list shows under that filter', async () => {
  const [one = '', two = '', three = ''] = await herd(3)
  await herd(2, { above: world.one.sibling.scope })
  await asSystem((tx) => tx.company.updateMany({ where: { id: { in: [one, two, three] } }, data: { city: 'Tromsø' } }))
  await asSystem((tx) =>
    tx.company.updateMany({ where: { parentScope: world.two.msp.scope }, data: { city: 'Tromsø' } }),
  )
  const selection = { kind: 'matching' as const, filter: { city: 'tromso' }, except: [two] }
  const { disableMany } = as('top').customers
  const plan = await disableMany.plan({ selection })
  expect(plan).toMatchObject({ total: 2, willChange: 2, refused: [] })
  await disableMany.carryOut(plan)
  await drain()
  expect(await statuses([one, three])).toEqual({ disabled: 2 })
  expect(await statuses([two])).toEqual({ enabled: 1 })
  const none = disableMany.plan({ selection: { kind: 'matching', filter: { city: 'nowhere' } } })
  expect((await refusal(none)).code).toBe('nothingSelected')
})

test('below a suspended partner the rows are refused, the others are done', async () => {
  const [mine = ''] = await herd(1, { above: world.one.top.scope })
  const plan = await as('top').customers.disableMany.plan(ids(mine, world.one.suspendedCustomer.id))
  expect(plan).toMatchObject({ willChange: 1, refused: [{ code: 'targetSuspended', count: 1 }] })
})

test('whoever loses the right between two steps is stopped there', async () => {
  const good = await herd(600)
  const caller = callerOf(world.one.msp.accounts.customerAccountManager)
  const { operationId } = await caller.customers.disableMany.plan(ids(...good))
  await caller.customers.disableMany.carryOut({ operationId })
  const job = await claim()
  if (job) await runJob(job)
  await as('msp').accounts.own.setRole({
    accountId: world.one.msp.accounts.customerAccountManager.id,
    role: 'supportEngineer',
  })
  await drain()
  expect(await operation(operationId)).toMatchObject({ state: 'failed', errorCode: 'notAllowed', done: 500 })
  expect(await statuses(good)).toEqual({ disabled: 500, enabled: 100 })
})

test('what was not done comes as a file with reasons in the person’s language; a preview is no operation yet', async () => {
  const good = await herd(1, { portal: 'clp' })
  const { customers, operations } = as('msp')
  const { operationId } = await customers.deleteMany.plan(ids(...good, world.one.customer.id))
  expect((await operations.list({})).rows.map(({ id }) => id)).not.toContain(operationId)
  await customers.deleteMany.carryOut({ operationId, typed: 'Herd 0' })
  await drain()
  expect((await operations.list({})).rows.map(({ id }) => id)).toContain(operationId)
  const { actor } = await contextOf(world.one.msp.admin)
  if (!actor) throw new Error('signed in')
  const french = { ...actor, locale: 'fr' as const }
  const { text } = await inScope(actor.scope, 'read', (tx) => notDoneFile(tx, french, { operationId }))
  const [header, row, rest] = text.split('\n')
  expect(header).toContain('Nom')
  expect(row).toContain(world.one.customer.name)
  expect(row).toContain('Customer Licensing Portal')
  expect(rest).toBe('')
  const stranger = inScope(world.one.top.scope, 'read', async (tx) => {
    const { actor: top } = await contextOf(world.one.top.admin)
    return top && notDoneFile(tx, top, { operationId })
  })
  await expect(stranger).rejects.toMatchObject({ code: 'notFound' })
})

test('a cancelled one stops between two chunks and says how far it came', async () => {
  const good = await herd(700)
  const { operationId } = await as('msp').customers.disableMany.plan(ids(...good))
  await as('msp').customers.disableMany.carryOut({ operationId })
  const job = await claim()
  if (job) await runJob(job)
  await as('msp').operations.cancel({ operationId })
  await drain()
  expect(await operation(operationId)).toMatchObject({ state: 'cancelled', done: 500, total: 700 })
  expect(await statuses(good)).toEqual({ disabled: 500, enabled: 200 })
})

test('a support manager cannot even ask for a preview', async () => {
  const caller = callerOf(world.one.msp.accounts.supportManager)
  expect((await refusal(caller.customers.disableMany.plan(ids(world.one.customer.id)))).code).toBe('notAllowed')
})
