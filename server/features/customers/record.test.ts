import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { callerOf } from '@/server/testing/caller'
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

const profileOf = async (id: string) => {
  const { name, slug, address, city, state, postalCode, country, industry, note, emergencyEmails, tags, version } =
    await as('top').customers.get({ id })
  return {
    version,
    profile: {
      name,
      slug,
      address,
      city,
      state,
      postalCode,
      country,
      industry: industry && 'retail',
      note,
      emergencyEmails,
      tags,
    },
  }
}

const statusOf = (id: string) => asSystem(async (tx) => (await tx.company.findUniqueOrThrow({ where: { id } })).status)

/** Adds a customer of a portal below the MSP and gives its id. */
async function newCustomer(portal: 'lmp' | 'clp', slug: string) {
  const { id } = await as('msp').customers.create({
    portal,
    company: { name: `The ${slug}`, slug, city: 'Oslo', state: 'Oslo', country: 'NO' },
    account: { loginName: slug, firstName: 'Kari', lastName: 'Nordmann', email: 'kari@oslo.example' },
  })
  return id
}

test('what is changed in the profile is logged as before and after, the rest is not', async () => {
  const { id } = world.one.customer
  const { version, profile } = await profileOf(id)
  await as('msp').customers.update({
    companyId: id,
    version,
    profile: { ...profile, city: 'Bergen', tags: ['vip', 'vip'] },
  })
  expect(await as('msp').customers.get({ id })).toMatchObject({ city: 'Bergen', tags: ['vip'], version: version + 1 })
  const [entry] = await asSystem((tx) =>
    tx.logEntry.findMany({ where: { targetId: id, action: 'customer.update' }, orderBy: { id: 'desc' } }),
  )
  expect(entry?.before).toMatchObject({ city: profile.city, tags: profile.tags })
  expect(entry?.after).toEqual({ city: 'Bergen', industry: 'retail', tags: ['vip'] })
})

test('of two who edit the same version, the second is told and overwrites nothing', async () => {
  const { id } = world.one.secondCustomer
  const { version, profile } = await profileOf(id)
  await as('msp').customers.update({ companyId: id, version, profile: { ...profile, city: 'First' } })
  const answer = await refusal(
    as('top').customers.update({ companyId: id, version, profile: { ...profile, city: 'Second' } }),
  )
  expect(answer).toMatchObject({ code: 'changedMeanwhile' })
  expect((await profileOf(id)).profile.city).toBe('First')
})

test('a customer of another partner, of another channel, and one that never was answer alike', async () => {
  const ids = [world.one.siblingCustomer.id, world.two.customer.id, 'zzzzzzzzzzzz']
  const reads = await Promise.all(ids.map((id) => refusal(as('msp').customers.get({ id }))))
  const { version, profile } = await profileOf(world.one.customer.id)
  const writes = await Promise.all(
    ids.map((companyId) => refusal(as('msp').customers.update({ companyId, version, profile }))),
  )
  expect(new Set([...reads, ...writes].map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ code: 'notFound', params: {} })]),
  )
})

test('a partner is no customer', async () => {
  expect(await refusal(as('top').customers.get({ id: world.one.msp.id }))).toMatchObject({ code: 'notFound' })
  const change = { companyId: world.one.msp.id, to: 'disabled' as const }
  expect((await refusal(as('top').customers.setStatus(change))).code).toBe('notFound')
  const edit = { companyId: world.one.msp.id, ...(await profileOf(world.one.customer.id)) }
  expect((await refusal(as('top').customers.update(edit))).code).toBe('notFound')
  expect((await refusal(as('msp').customers.update(edit))).code).toBe('notFound')
  const deletion = { companyId: world.one.msp.id, name: world.one.msp.name }
  expect((await refusal(as('top').customers.delete(deletion))).code).toBe('notFound')
})

test('the written approval is recorded, corrected and taken back', async () => {
  const id = await newCustomer('lmp', 'approved')
  const set = async (approval: { by: string; on: string; remark?: string } | null) => {
    const { version } = await as('msp').customers.get({ id })
    await as('msp').customers.setApproval({ companyId: id, version, approval })
    return (await as('msp').customers.get({ id })).approval
  }
  expect(await set({ by: 'Kari Nordmann', on: '2026-02-28' })).toEqual({
    by: 'Kari Nordmann',
    on: '2026-02-28',
    remark: '',
  })
  expect(await set({ by: 'Kari Nordmann', on: '2024-02-29', remark: 'By letter' })).toMatchObject({ on: '2024-02-29' })
  expect(await set(null)).toBeNull()
})

test.each([
  ['2999-01-01', { code: 'dayInFuture', field: 'on' }],
  ['2026-02-30', { code: 'invalidInput' }],
])('an approval on %s is refused', async (on, expected) => {
  const { id } = world.one.customer
  const { version } = await as('msp').customers.get({ id })
  const answer = await refusal(as('msp').customers.setApproval({ companyId: id, version, approval: { by: 'X', on } }))
  expect(answer).toMatchObject(expected)
})

test('disabling a customer shuts its people out at the very next request and ends their sessions', async () => {
  const id = await newCustomer('lmp', 'shut-out')
  const account = await asSystem((tx) => tx.account.findFirstOrThrow({ where: { companyId: id } }))
  const session = await asSystem((tx) =>
    tx.session.create({
      data: { scope: account.scope, accountId: account.id, version: 1, expiresAt: new Date(Date.now() + 60_000) },
    }),
  )
  const inside = callerOf({ sessionId: session.id })
  await expect(inside.dashboard.figures()).resolves.toBeDefined()
  expect(await as('msp').customers.enabledAccounts({ companyId: id })).toBe(1)
  await as('msp').customers.setStatus({ companyId: id, to: 'disabled' })
  expect((await refusal(inside.dashboard.figures())).code).toBe('signedOut')
  await as('msp').customers.setStatus({ companyId: id, to: 'enabled' })
  expect((await refusal(inside.dashboard.figures())).code).toBe('signedOut')
  expect(await statusOf(id)).toBe('enabled')
})

test('a status that is already so, and any below a suspended partner, is refused', async () => {
  const enable = (id: string) => as('top').customers.setStatus({ companyId: id, to: 'enabled' })
  expect((await refusal(enable(world.one.siblingCustomer.id))).code).toBe('statusUnchanged')
  expect((await refusal(enable(world.one.suspendedCustomer.id))).code).toBe('targetSuspended')
  expect((await refusal(enable(world.one.cancelledCustomer.id))).code).toBe('targetCancelled')
})

test('only a clp customer without products is deleted, and only with its name typed', async () => {
  const id = await newCustomer('clp', 'to-be-gone')
  const remove = (name: string) => as('msp').customers.delete({ companyId: id, name })
  expect(await refusal(remove('The to-be-gon'))).toMatchObject({ code: 'nameMismatch', field: 'name' })
  await asSystem((tx) => tx.company.updateMany({ where: { id }, data: { productNames: ['Cloud Edge'] } }))
  expect(await refusal(remove('The to-be-gone'))).toEqual({ code: 'productsLeft', params: { products: 'Cloud Edge' } })
  await asSystem((tx) => tx.company.updateMany({ where: { id }, data: { productNames: [] } }))
  await remove(' The  to-be-gone ')
  expect((await refusal(as('msp').customers.get({ id }))).code).toBe('notFound')
  const left = await asSystem((tx) =>
    Promise.all([tx.account.count({ where: { companyId: id } }), tx.logEntry.count({ where: { targetId: id } })]),
  )
  expect(left).toEqual([0, 2])
})

test('an lmp customer is never deleted', async () => {
  const { id, name } = world.one.customer
  expect((await refusal(as('msp').customers.delete({ companyId: id, name }))).code).toBe('notClp')
})

test('tags are added and removed one by one, and counted', async () => {
  const id = await newCustomer('lmp', 'tagged')
  await as('msp').customers.changeTags({ companyId: id, add: ['vip', 'north'] })
  await as('msp').customers.changeTags({ companyId: id, remove: ['vip'] })
  expect((await as('msp').customers.get({ id })).tags).toEqual(['north'])
  expect((await refusal(as('msp').customers.changeTags({ companyId: id, add: ['north'] }))).code).toBe('tagsUnchanged')
  const many = Array.from({ length: 20 }, (_, i) => `t${i}`)
  expect((await refusal(as('msp').customers.changeTags({ companyId: id, add: many }))).code).toBe('tooManyTags')
})

test('notes are read by all who see the customer and deleted by their author or an administrator', async () => {
  const id = await newCustomer('lmp', 'noted')
  const author = callerOf(world.one.msp.accounts.customerAccountManager)
  const other = callerOf(world.one.top.accounts.customerAccountManager)
  const first = await author.customers.addNote({
    companyId: id,
    body: '  Prefers the telephone.\r\nNever before ten. ',
  })
  const second = await author.customers.addNote({ companyId: id, body: 'Second' })
  const page = await other.customers.notes({ companyId: id, limit: 1 })
  expect(page.rows.map(({ body }) => body)).toEqual(['Second'])
  const rest = await other.customers.notes({ companyId: id, cursor: page.nextCursor ?? undefined })
  expect(rest.rows.map(({ body }) => body)).toEqual(['Prefers the telephone.\nNever before ten.'])
  expect((await refusal(other.customers.deleteNote({ companyId: id, noteId: first.id }))).code).toBe('notAllowed')
  await as('top').customers.deleteNote({ companyId: id, noteId: first.id })
  await author.customers.deleteNote({ companyId: id, noteId: second.id })
  expect((await refusal(author.customers.deleteNote({ companyId: id, noteId: second.id }))).code).toBe('notFound')
})

test('a note of another customer cannot be deleted through one’s own', async () => {
  const note = await as('sibling').customers.addNote({ companyId: world.one.siblingCustomer.id, body: 'Theirs' })
  const attempt = as('msp').customers.deleteNote({ companyId: world.one.customer.id, noteId: note.id })
  expect((await refusal(attempt)).code).toBe('notFound')
})
