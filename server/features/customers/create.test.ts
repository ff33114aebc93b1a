import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { callerOf } from '@/server/testing/caller'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import type { NewCustomerInput } from './record-schema'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const as = (place: keyof World['one'], channel: keyof World = 'one') => callerOf(world[channel][place].admin)

let number = 0
function draft(
  over: { company?: Partial<NewCustomerInput['company']>; account?: Partial<NewCustomerInput['account']> } = {},
) {
  number += 1
  const input: NewCustomerInput = {
    portal: 'lmp',
    company: {
      name: `Kukës ${number}`,
      slug: `kukes-${number}`,
      city: 'Kukës',
      state: 'Kukës',
      country: 'AL',
      ...over.company,
    },
    account: {
      loginName: `kukes-${number}`,
      firstName: 'Ana',
      lastName: 'Hoxha',
      email: 'ana@kukes.example',
      ...over.account,
    },
  }
  return input
}

const countCompanies = () => asSystem((tx) => tx.company.count())

test('a customer is created with its first account, an administrator and the contact', async () => {
  const input = draft({ account: { phoneCountry: '355', phoneNumber: '123' } })
  const { id } = await as('msp').customers.create(input)
  const customer = await as('msp').customers.get({ id })
  expect(customer).toMatchObject({
    name: input.company.name,
    status: 'enabled',
    portal: 'lmp',
    manager: { id: world.one.msp.id, name: world.one.msp.name },
    contact: { name: 'Ana Hoxha', email: 'ana@kukes.example', phone: '355 123' },
    approval: null,
  })
  const accounts = await asSystem((tx) => tx.account.findMany({ where: { companyId: id } }))
  expect(accounts).toMatchObject([{ role: 'administrator', enabled: true, loginName: input.account.loginName }])
})

test('creation is written in the administration log of the manager', async () => {
  const { id } = await as('msp').customers.create(draft())
  const entry = await asSystem((tx) => tx.logEntry.findFirstOrThrow({ where: { targetId: id } }))
  expect(entry).toMatchObject({ action: 'customer.create', targetType: 'company', refused: false })
  expect(entry.scope.startsWith(world.one.msp.scope)).toBe(true)
})

test('a parent creates directly, or below one of its active partners', async () => {
  const { id: direct } = await as('top').customers.create(draft())
  expect((await as('top').customers.get({ id: direct })).manager.id).toBe(world.one.top.id)
  const { id: below } = await as('top').customers.create({ ...draft(), companyId: world.one.reseller.id })
  expect((await as('reseller').customers.get({ id: below })).manager.id).toBe(world.one.reseller.id)
})

test.each([
  ['suspended', 'targetSuspended'],
  ['cancelled', 'targetCancelled'],
  ['topCustomer', 'wrongParent'],
] as const)('nothing is created below %s: %s', async (place, code) => {
  const before = await countCompanies()
  expect(await refusal(as('top').customers.create({ ...draft(), companyId: world.one[place].id }))).toMatchObject({
    code,
  })
  expect(await countCompanies()).toBe(before)
})

test('a login name of another company of the channel is refused at its field, and nothing is left behind', async () => {
  const taken = world.one.sibling.admin.loginName
  const before = await countCompanies()
  const answer = await refusal(as('msp').customers.create(draft({ account: { loginName: taken.toUpperCase() } })))
  expect(answer).toMatchObject({ code: 'loginNameTaken', field: 'loginName' })
  expect(await countCompanies()).toBe(before)
})

test('the same login name in another channel is free', async () => {
  const taken = world.two.msp.admin.loginName
  await expect(as('msp').customers.create(draft({ account: { loginName: taken } }))).resolves.toBeDefined()
})

test('a sign-in address taken in another channel is refused at its field', async () => {
  const answer = await refusal(as('msp').customers.create(draft({ company: { slug: world.two.msp.slug } })))
  expect(answer).toMatchObject({ code: 'slugTaken', field: 'slug' })
})

test('the checks of the wizard know what the database would refuse', async () => {
  const { customers } = as('msp')
  expect(await customers.isSlugTaken({ slug: world.two.msp.slug })).toBe(true)
  expect(await customers.isSlugTaken({ slug: 'nobody-has-this' })).toBe(false)
  expect(await customers.isLoginNameTaken({ loginName: world.one.sibling.admin.loginName.toUpperCase() })).toBe(true)
  expect(await customers.isLoginNameTaken({ loginName: world.two.sibling.admin.loginName })).toBe(false)
})

test('a proposed slug is free and numbered when it must be', async () => {
  const { customers } = as('msp')
  expect(await customers.proposeSlug({ name: 'Aéroport de Liège' })).toBe('aeroport-de-liege')
  await customers.create(draft({ company: { slug: 'aeroport-de-liege' } }))
  expect(await customers.proposeSlug({ name: 'Aéroport de Liège' })).toBe('aeroport-de-liege-2')
  expect(await customers.proposeSlug({ name: '東京国際空港' })).toBe('')
})

test.each<[string, object, string, string]>([
  ['no name', { company: { name: '  ' } }, 'company.name', 'required'],
  ['a name of 129 letters', { company: { name: 'x'.repeat(129) } }, 'company.name', 'tooLong'],
  ['a country that is none', { company: { country: 'ZZ' } }, 'company.country', 'country'],
  ['no city', { company: { city: '' } }, 'company.city', 'required'],
  ['a postal code of 11', { company: { postalCode: '12345678901' } }, 'company.postalCode', 'tooLong'],
  ['a NUL', { company: { state: 'a\u0000b' } }, 'company.state', 'control'],
  ['half a letter', { company: { address: '\ud800' } }, 'company.address', 'control'],
  [
    'an emergency address with a comma',
    { company: { emergencyEmails: ['a@b.example,c@d.example'] } },
    'company.emergencyEmails.0',
    'email',
  ],
  ['a reserved slug', { company: { slug: 'customers' } }, 'company.slug', 'slugReserved'],
  ['a short login name', { account: { loginName: 'abc' } }, 'account.loginName', 'loginName'],
])('%s is refused at its field', async (_, over, path, code) => {
  const answer = await refusal(as('msp').customers.create(draft(over)))
  expect(answer.code).toBe('invalidInput')
  expect(answer.issues).toContainEqual(expect.objectContaining({ path, code }))
})

test('a support manager sees customers and cannot create any', async () => {
  const caller = callerOf(world.one.msp.accounts.supportManager)
  await expect(caller.customers.get({ id: world.one.customer.id })).resolves.toBeDefined()
  expect(await refusal(caller.customers.create(draft()))).toMatchObject({ code: 'notAllowed' })
})

test('the managers offered are one’s own company and, to a parent, its active partners', async () => {
  expect((await as('msp').customers.managers({})).map(({ id }) => id)).toEqual([world.one.msp.id])
  const offered = (await as('top').customers.managers({})).map(({ id }) => id)
  expect(offered).toContain(world.one.reseller.id)
  expect(offered).not.toContain(world.one.suspended.id)
  expect(offered).not.toContain(world.two.msp.id)
})
