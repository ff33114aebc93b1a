import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import type { ExportKind } from '@/server/features/exports/kinds'
import { exportRoute } from '@/server/features/exports/route'
import { allocate, herd, plan, product } from '@/server/features/licences/testing'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'

let database: TestDatabase
let world: World
let planId: string
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  const saas = await product(world.one, { name: 'Mail Guard' })
  planId = await plan(world.one.msp, saas)
  await allocate(world.one.msp, saas, 10_000)
})
afterAll(() => database.drop())

const as = (place: keyof World['one']) => callerOf(world.one[place].admin)
const now = () => new Date().toISOString().slice(0, 7)

async function bought(count: number) {
  const customers = await herd(world.one.msp, count)
  for (const [at, { id: companyId }] of customers.entries())
    await as('msp').licences.assign({ companyId, wishes: [{ planId, units: at + 1 }] })
  return customers
}

test('newest first, page by page in both directions, each once', async () => {
  await bought(7)
  const { transactions } = as('msp')
  const filter = { planId }
  expect(await transactions.count({ filter })).toBe(7)
  const pages = []
  for (let after: string | undefined; ; ) {
    const page = await transactions.list({ filter, limit: 3, ...(after ? { after } : {}) })
    pages.push(page)
    if (!page.after) break
    after = page.after
  }
  const units = pages.flatMap(({ rows }) => rows.map(({ unitsAfter }) => unitsAfter))
  expect(units).toEqual([7, 6, 5, 4, 3, 2, 1])
  const back = await transactions.list({ filter, limit: 3, before: pages[2]?.before ?? '' })
  expect(back.rows).toEqual(pages[1]?.rows)
  expect(pages[0]?.before).toBeNull()
  expect(pages[0]?.rows[0]).toMatchObject({
    type: 'newPurchase',
    productName: 'Mail Guard',
    unitsBefore: 0,
    startsBefore: null,
    source: 'console',
    customerName: 'Herd 6',
    managedBy: world.one.msp.name,
  })
})

test('filters by kind, customer, partner, days and words; nobody sees beside or above', async () => {
  const [one] = await bought(1)
  const { transactions } = as('msp')
  const own = { customerId: one?.id ?? '' }
  expect(await transactions.count({ filter: own })).toBe(1)
  expect(await transactions.count({ filter: { ...own, type: ['conversion'] } })).toBe(0)
  expect(await transactions.count({ filter: { ...own, from: '2999-01-01' } })).toBe(0)
  expect(await transactions.count({ filter: { ...own, q: 'mail gua' } })).toBe(1)
  expect(await as('top').transactions.count({ filter: { planId, partnerId: world.one.msp.id } })).toBeGreaterThan(0)
  expect(await as('top').transactions.count({ filter: { planId, partnerId: world.one.sibling.id } })).toBe(0)
  expect(await as('top').transactions.count({ filter: { planId, partnerId: world.one.top.id } })).toBe(0)
  expect(await as('sibling').transactions.count({ filter: { planId } })).toBe(0)
  expect(await callerOf(world.two.top.admin).transactions.count({ filter: { planId } })).toBe(0)
})

test('the search pane names products, plans and customers in reach', async () => {
  const options = (of: 'product' | 'plan' | 'partner' | 'customer', q: string) =>
    as('msp').transactions.options({ of, q })
  expect(await options('product', 'mail')).toMatchObject([{ name: 'Mail Guard' }])
  expect((await options('plan', '')).map(({ id }) => id)).toContain(planId)
  expect((await as('msp').transactions.options({ of: 'plan', id: planId })).map(({ id }) => id)).toEqual([planId])
  expect(await options('customer', world.one.siblingCustomer.name)).toEqual([])
  expect(await options('partner', '')).toMatchObject([{ id: world.one.msp.id }])
})

async function fileOf(kind: ExportKind, input: object): Promise<string[]> {
  const { planExport, exportFile } = await import('@/server/features/exports/file')
  const { admin, scope } = world.one.msp
  const actor = { ...(await actorOf(admin)), locale: 'en' as const }
  const made = planExport(kind, actor, { scope, kind: 'msp', chain: actor.chain }, input)
  const text = await (await exportFile(made, scope, 'UTC', new AbortController().signal)).text()
  expect(exportRoute(kind)).toBeTypeOf('function')
  return text.trim().split('\n')
}

async function actorOf(admin: { sessionId: string }) {
  const { contextOf } = await import('@/server/testing/caller')
  const { actor } = await contextOf(admin)
  if (!actor) throw new Error('nobody')
  return actor
}

test('the file holds every row of the filter, in words', async () => {
  const [one] = await bought(1)
  const [header, ...rows] = await fileOf('transactions', { filter: { customerId: one?.id } })
  expect(header).toContain('"Units before","Units after"')
  expect(rows).toHaveLength(1)
  expect(rows[0]).toContain('New purchase,"Acme"')
  expect(rows[0]).toContain(',Full,0,1,1,seats,')
})

test('the customer summary tells the most of a cycle, per customer, product and plan', async () => {
  const [one] = await bought(1)
  const companyId = one?.id ?? ''
  const [licence] = await as('msp').licences.ofCustomer({ companyId })
  const form = { companyId, subscriptionId: licence?.subscriptionId ?? '' }
  await as('msp').licences.modify({ ...form, revision: 1, changes: { units: 40 } })
  await as('msp').licences.modify({ ...form, revision: 2, changes: { units: 5 } })
  await asSystem((tx) => tx.company.update({ where: { id: companyId }, data: { name: 'Summed' } }))
  await asSystem((tx) =>
    tx.licence.updateMany({ where: { scope: one?.scope ?? '' }, data: { usedUnits: 3, usedAsOf: new Date() } }),
  )
  const rows = await fileOf('customer-summary', { month: now() })
  expect(rows.filter((row) => row.includes('"Summed"'))).toEqual([expect.stringContaining('"Mail Guard",')])
  expect(rows.find((row) => row.includes('"Summed"'))).toMatch(/,Full,seats,40,3\r?$/)
  expect((await fileOf('customer-summary', { month: '2020-01' })).some((row) => row.includes('"Summed"'))).toBe(false)
})
