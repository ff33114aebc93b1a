import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
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
let numbers = 0

async function newProduct(rest: object = {}): Promise<string> {
  numbers += 1
  const { id } = await asSystem((tx) =>
    tx.product.create({
      data: {
        scope: world.one.top.scope,
        vendor: 'Acme',
        code: `POOL${String(numbers).padStart(5, '0')}`,
        name: `Pool ${numbers}`,
        family: 'pool',
        kind: 'saas',
        unit: 'seats',
        ...rest,
      },
    }),
  )
  return id
}

const wish = (productId: string, allocated: number, was: number | null, rest: object = {}) => ({
  companyId: world.one.msp.id,
  productId,
  version: 'full' as const,
  allocated,
  refill: false,
  disabled: false,
  was,
  ...rest,
})
const provision = (productId: string, units: number) =>
  sql(database.superuserUrl, 'update allocation set provisioned = $2 where product_id = $1', [productId, units])
const rowOf = async (productId: string) =>
  (await as('top').products.allocations.list({ companyId: world.one.msp.id })).find(
    (row) => row.productId === productId && row.version === 'full',
  )

test('what an MSP may sell is set, changed and logged; the MSP itself cannot', async () => {
  const productId = await newProduct()
  await as('top').products.allocations.set(wish(productId, 100, null))
  await as('top').products.allocations.set(wish(productId, 120, 100, { refill: true }))
  expect(await rowOf(productId)).toMatchObject({
    refusal: null,
    allocation: { allocated: 120, provisioned: 0, refill: true, disabled: false },
  })
  expect(await refusal(as('msp').products.allocations.set(wish(productId, 500, 120)))).toMatchObject({
    code: 'notAllowed',
  })
  const log = await asSystem((tx) => tx.logEntry.findMany({ where: { targetId: productId }, orderBy: { id: 'asc' } }))
  expect(log).toMatchObject([
    { action: 'partner.allocate', scope: world.one.msp.scope, after: { allocated: 100 } },
    { before: { allocated: 100 }, after: { allocated: 120 } },
  ])
})

test('an allocation never falls below what is provisioned, decided at its field and by the database', async () => {
  const productId = await newProduct()
  await as('top').products.allocations.set(wish(productId, 100, null))
  await provision(productId, 80)
  const low = await refusal(as('top').products.allocations.set(wish(productId, 79, 100)))
  expect(low).toMatchObject({ code: 'belowProvisioned', field: 'allocated', params: { provisioned: 80 } })
  await as('top').products.allocations.set(wish(productId, 80, 100))
  await expect(provision(productId, 81)).rejects.toThrow(/allocation_pool/)
})

test('of two who set the same allocation at once, one is told, also when it is the first', async () => {
  const productId = await newProduct()
  const first = await Promise.allSettled(
    [10, 20].map((units) => as('top').products.allocations.set(wish(productId, units, null))),
  )
  expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const now = (await rowOf(productId))?.allocation?.allocated ?? 0
  const second = await Promise.allSettled(
    [30, 40].map((units) => as('top').products.allocations.set(wish(productId, units, now))),
  )
  expect(second.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await refusal(as('top').products.allocations.set(wish(productId, 50, now)))).toMatchObject({
    code: 'changedMeanwhile',
  })
})

test('at the end of sale nothing more is allocated, and what is there can be taken back', async () => {
  const productId = await newProduct()
  await as('top').products.allocations.set(wish(productId, 10, null))
  await sql(database.superuserUrl, "update product set end_of_sale_on = '2020-01-01' where id = $1", [productId])
  const more = await refusal(as('top').products.allocations.set(wish(productId, 11, 10)))
  expect(more).toMatchObject({ code: 'endOfSale', field: 'allocated' })
  await as('top').products.allocations.set(wish(productId, 5, 10, { disabled: true }))
  expect((await rowOf(productId))?.refusal).toBe('endOfSale')
})

test('a version that does not exist, units that are none, and companies that are no MSP are refused', async () => {
  const productId = await newProduct({ trialOffered: false })
  const trial = wish(productId, 10, null, { version: 'trial' })
  expect(await refusal(as('top').products.allocations.set(trial))).toMatchObject({ code: 'versionNotOffered' })
  for (const allocated of [-1, 1.5, 1e9, Number.NaN]) {
    const bad = await refusal(as('top').products.allocations.set(wish(productId, allocated, null)))
    expect(bad.issues).toMatchObject([{ path: 'allocated' }])
  }
  const { id: companyId } = world.one.reseller
  expect(await refusal(as('top').products.allocations.list({ companyId }))).toMatchObject({ code: 'wrongKind' })
  expect(await refusal(as('top').products.allocations.set({ ...wish(productId, 1, null), companyId }))).toMatchObject({
    code: 'wrongKind',
  })
  const foreign = { ...wish(productId, 1, null), companyId: world.two.msp.id }
  expect(await refusal(as('top').products.allocations.set(foreign))).toMatchObject({ code: 'notFound' })
})
