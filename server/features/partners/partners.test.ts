import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '@/server/db/scoped'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'
import type { NewPartnerInput } from './schema'

let database: TestDatabase
let world: World
const as = (account: { sessionId: string }) => callerOf(account)

const newPartner = (name: string, at: number): NewPartnerInput => ({
  kind: at % 2 ? 'msp' : 'reseller',
  company: { name, slug: `partner-${at}`, city: 'Oslo', state: 'Oslo', country: 'NO' },
  account: {
    loginName: `partner-admin-${at}`,
    firstName: 'Åse',
    lastName: `Nr ${at}`,
    email: `p${at}@example.test`,
    password: 'a long enough phrase',
  },
})

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  for (let at = 0; at < 12; at += 1) {
    await as(world.one.top.admin).partners.create(newPartner(['Ärger', 'arger', 'Zebra'][at % 3] ?? '', at))
  }
})
afterAll(() => database.drop())

test.each(['name', 'created'] as const)(
  'pages by %s lead through every partner once, forwards and back',
  async (sort) => {
    const { partners } = as(world.one.top.admin)
    for (const descending of [false, true]) {
      const order = { sort, descending, limit: 5 }
      const ids: string[] = []
      let page = await partners.list(order)
      for (;;) {
        ids.push(...page.rows.map(({ id }) => id))
        if (!page.after) break
        page = await partners.list({ ...order, after: page.after })
      }
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toHaveLength(await partners.count({}))
      const back: string[] = page.rows.map(({ id }) => id)
      while (page.before) {
        page = await partners.list({ ...order, before: page.before })
        back.unshift(...page.rows.map(({ id }) => id))
      }
      expect(back).toEqual(ids)
    }
  },
)

test('filters: name with accents forgiven, kind, status; customers are counted', async () => {
  const { partners } = as(world.one.top.admin)
  expect((await partners.list({ filter: { q: 'ARGER' } })).rows).toHaveLength(8)
  expect((await partners.list({ filter: { kind: ['reseller'], q: 'zeb' } })).rows.map(({ kind }) => kind)).toEqual(
    Array(2).fill('reseller'),
  )
  const [row] = (await partners.list({ filter: { q: world.one.msp.name } })).rows
  const count = await inScope(world.one.top.scope, 'read', (tx) =>
    tx.company.count({ where: { parentScope: world.one.msp.scope, kind: 'customer' } }),
  )
  expect(row).toMatchObject({ id: world.one.msp.id, customers: count })
  expect(await refusal(partners.list({ after: 'nonsense' }))).toMatchObject({ code: 'invalidInput' })
})

test('filter by product: partners with a customer that has it; whoever sees partners only finds products by name', async () => {
  const { top, msp, customer } = world.one
  const { partners } = as(top.accounts.partnerAccountManager)
  const productId = idOf(top, 'fresh')
  expect((await partners.list({ filter: { productId } })).rows).toEqual([])
  await sql(database.superuserUrl, 'update company set product_ids = product_ids || $2::uuid where id = $1', [
    customer.id,
    productId,
  ])
  expect((await partners.list({ filter: { productId } })).rows.map(({ id }) => id)).toEqual([msp.id])
  expect(await partners.count({ filter: { productId } })).toBe(1)
  expect(await partners.productOptions({ q: 'FRESH' })).toMatchObject([{ id: productId }])
  const foreign = idOf(world.two.top, 'fresh')
  expect((await partners.productOptions({ id: foreign })).map(({ id }) => id)).not.toContain(foreign)
})

test('a taken slug and a taken login name are told at their fields, and nothing is half made', async () => {
  const { partners } = as(world.one.top.admin)
  const taken = newPartner('Another', 99)
  const before = await partners.count({})
  const slug = partners.create({ ...taken, company: { ...taken.company, slug: 'partner-1' } })
  expect(await refusal(slug)).toMatchObject({ code: 'slugTaken' })
  const login = partners.create({ ...taken, account: { ...taken.account, loginName: 'PARTNER-admin-1' } })
  expect(await refusal(login)).toMatchObject({ code: 'loginNameTaken' })
  expect(await partners.count({})).toBe(before)
})

describe('status', () => {
  test('a suspended partner reads and changes nothing at its very next click; taken back, it works again', async () => {
    const { top, msp } = world.one
    const at = as(msp.admin)
    const { partners } = as(top.admin)
    await partners.setStatus({ companyId: msp.id, to: 'suspended' })
    expect((await at.customers.list({})).rows.length).toBeGreaterThan(0)
    const update = at.self.setLocale({ locale: 'fr' })
    expect(await refusal(update)).toMatchObject({ code: 'companySuspended' })
    await partners.setStatus({ companyId: msp.id, to: 'active' })
    await at.self.setLocale({ locale: 'fr' })
    expect(await refusal(partners.setStatus({ companyId: msp.id, to: 'active' }))).toMatchObject({
      code: 'statusUnchanged',
    })
  })

  test('cancelling asks for the name, ends sessions and mails, lets licences expire, and is for ever', async () => {
    const { top, sibling, siblingCustomer } = world.one
    const { partners } = as(top.admin)
    const wrong = partners.setStatus({ companyId: sibling.id, to: 'cancelled', typed: 'something' })
    expect(await refusal(wrong)).toMatchObject({ code: 'nameMismatch' })
    const shown = await partners.consequences({ id: sibling.id })
    expect(shown.sessions).toBeGreaterThan(0)
    await partners.setStatus({ companyId: sibling.id, to: 'cancelled', typed: sibling.name })
    expect(await refusal(as(sibling.admin).self.me())).toMatchObject({ code: 'signedOut' })
    expect(await refusal(as(siblingCustomer.admin).self.me())).toMatchObject({ code: 'signedOut' })
    expect(await partners.consequences({ id: sibling.id })).toMatchObject({ sessions: 0, mails: 0 })
    const [bits] = await sql<{ licence_bits: number; licences: number }>(
      database.superuserUrl,
      `select licence_bits, (select count(*)::int from subscription s where s.scope = c.scope and cancelled_on is null) as licences
       from company c where id = $1`,
      [siblingCustomer.id],
    )
    // Bit 5: expired. Only where there were licences is there anything to expire.
    expect((bits?.licence_bits ?? 0) & ~(1 << 5) & 0xff).toBe(0)
    expect(await refusal(partners.setStatus({ companyId: sibling.id, to: 'active' }))).toMatchObject({
      code: 'targetCancelled',
    })
  })

  test('partners of another channel, and companies that are none, do not exist', async () => {
    const { partners } = as(world.one.top.admin)
    for (const id of [world.two.msp.id, world.one.customer.id, 'zzzzzzzzzz']) {
      expect(await refusal(partners.get({ id }))).toMatchObject({ code: 'notFound' })
    }
  })
})
