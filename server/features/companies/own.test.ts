import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '@/server/features/accounts/testing'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'

let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

async function form(company: World['one']['msp']) {
  const caller = callerOf(company.admin).company
  const { name, slug, address, city, state, postalCode, country, emergencyEmails, version } = await caller.get()
  return { caller, version, profile: { name, slug, address, city, state, postalCode, country, emergencyEmails } }
}

test('a company changes its own profile; what those above keep about it is neither shown nor touched', async () => {
  const { customer } = world.one
  const { caller, version, profile } = await form(customer)
  expect(await caller.get()).not.toHaveProperty('note')
  await caller.update({
    version,
    profile: { ...profile, city: 'Zürich', industry: 'retail', emergencyEmails: ['a@b.example'] },
  })
  expect(await caller.get()).toMatchObject({ city: 'Zürich', industry: 'retail', emergencyEmails: ['a@b.example'] })
  const [kept] = await sql<{ note: string; tags: string[] }>(
    database.superuserUrl,
    'select note, tags from company where id = $1',
    [customer.id],
  )
  expect(kept).toEqual({ note: customer.mark, tags: [customer.mark] })
  const [entry] = await sql(
    database.superuserUrl,
    "select before, after, account_id from log_entry where target_id = $1 and action = 'company.update' and after ? 'city'",
    [customer.id],
  )
  expect(entry).toMatchObject({ after: { city: 'Zürich', industry: 'retail' }, account_id: customer.admin.id })
})

test('a sign-in address that is taken, reserved or misshapen is refused at its field', async () => {
  const { caller, version, profile } = await form(world.one.msp)
  const change = (slug: string) => refusal(caller.update({ version, profile: { ...profile, slug, industry: '' } }))
  expect(await change(world.two.sibling.slug)).toMatchObject({ code: 'slugTaken', field: 'slug' })
  expect((await change('customers')).issues).toMatchObject([{ path: 'profile.slug', code: 'slugReserved' }])
  expect((await change('a--b')).issues).toMatchObject([{ path: 'profile.slug', code: 'slug' }])
})

test('two at once: the second is told, and overwrites nothing', async () => {
  const { caller, version, profile } = await form(world.one.sibling)
  await caller.update({ version, profile: { ...profile, city: 'One', industry: '' } })
  const late = caller.update({ version, profile: { ...profile, city: 'Two', industry: '' } })
  expect((await refusal(late)).code).toBe('changedMeanwhile')
})

test('support reads it; a suspended company changes nothing', async () => {
  const { msp, suspended } = world.one
  await expect(callerOf(msp.accounts.supportEngineer).company.get()).resolves.toMatchObject({ id: msp.id })
  expect((await refusal(callerOf(msp.accounts.billingManager).company.get())).code).toBe('notAllowed')
  const { caller, version, profile } = await form(suspended)
  expect((await refusal(caller.update({ version, profile }))).code).toBe('companySuspended')
})
