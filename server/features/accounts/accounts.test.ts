import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World } from '@/server/testing/world'
import { refusal } from './testing'

let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

let made = 0
const person = (more: object = {}) => ({
  loginName: `person-${++made}`,
  firstName: 'Anna',
  lastName: 'Wéber',
  email: 'anna@example.test',
  role: 'supportEngineer' as const,
  ...more,
})

describe('one set of commands, three privileges', () => {
  test('an administrator manages the accounts of their own company', async () => {
    const { accounts } = callerOf(world.one.msp.admin)
    const { accountId } = await accounts.own.create(person({ timeZone: 'Romance Standard Time', phoneCountry: '+33' }))
    const find = async () => (await accounts.own.list({})).rows.find(({ id }) => id === accountId)
    const account = await find()
    expect(account).toMatchObject({ timeZone: 'Europe/Paris', enabled: true, canSignIn: false, lastSignInAt: null })
    await accounts.own.update({
      accountId,
      version: account?.version ?? 0,
      profile: { firstName: 'Anna', lastName: 'Zorn', email: 'zorn@example.test', locale: 'fr' },
    })
    await accounts.own.setRole({ accountId, role: 'billingManager' })
    await accounts.own.setEnabled({ accountId, isEnabled: false })
    expect(await find()).toMatchObject({ lastName: 'Zorn', locale: 'fr', role: 'billingManager', enabled: false })
    await accounts.own.delete({ accountId })
    expect(await find()).toBeUndefined()
  })

  test('a customer account manager those of customers, a partner account manager those of partners', async () => {
    const { top, msp, customer } = world.one
    const ofCustomer = callerOf(msp.accounts.customerAccountManager).accounts.ofCustomer
    await ofCustomer.create({ companyId: customer.id, ...person({ role: 'licenceManager' }) })
    const ofPartner = callerOf(top.accounts.partnerAccountManager).accounts.ofPartner
    await ofPartner.create({ companyId: msp.id, ...person({ role: 'partnerAccountManager' }) })
    expect(
      (await ofPartner.list({ companyId: msp.id })).rows.some(({ loginName }) => loginName.startsWith('person-')),
    ).toBe(true)
  })

  test('each reaches its own kind of company only', async () => {
    const { top, msp, customer } = world.one
    const caller = callerOf(top.admin).accounts
    const lists = [
      () => caller.ofCustomer.list({ companyId: msp.id }),
      () => caller.ofCustomer.list({}),
      () => caller.ofPartner.list({ companyId: customer.id }),
      () => caller.ofPartner.list({}),
      () => caller.own.list({ companyId: msp.id }),
    ]
    for (const list of lists) expect((await refusal(list())).code).toBe('notAllowed')
  })

  test('an account of another company does not exist, also of one below', async () => {
    const { msp, sibling, customer } = world.one
    const { own } = callerOf(msp.admin).accounts
    const absent = crypto.randomUUID()
    for (const accountId of [customer.admin.id, sibling.admin.id, world.two.msp.admin.id, absent]) {
      expect(await refusal(own.setEnabled({ accountId, isEnabled: false }))).toEqual({ code: 'notFound', params: {} })
      expect(await refusal(own.setRole({ accountId, role: 'billingManager' }))).toEqual({
        code: 'notFound',
        params: {},
      })
      expect(await refusal(own.delete({ accountId }))).toEqual({ code: 'notFound', params: {} })
    }
  })
})

describe('login names', () => {
  test('are unique in the whole channel, whatever their case, and free in another', async () => {
    const { msp, sibling } = world.one
    const taken = sibling.admin.loginName.toUpperCase()
    const { own } = callerOf(msp.admin).accounts
    expect(await refusal(own.create(person({ loginName: taken })))).toMatchObject({
      code: 'loginNameTaken',
      field: 'loginName',
    })
    await expect(callerOf(world.two.msp.admin).accounts.own.create(person({ loginName: taken }))).resolves.toBeDefined()
  })

  test('two at once: one gets it', async () => {
    const loginName = 'both-want-this'
    const wishes = [world.one.msp, world.one.sibling, world.one.reseller].map((company) =>
      callerOf(company.admin).accounts.own.create(person({ loginName })),
    )
    const results = await Promise.allSettled(wishes)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test.each(['abc', 'x'.repeat(26), 'with space', 'été-2026', 'a@b.c', ''])('%j is none', async (loginName) => {
    const { own } = callerOf(world.one.msp.admin).accounts
    expect((await refusal(own.create(person({ loginName })))).issues).toMatchObject([
      { path: 'loginName', code: 'loginName' },
    ])
  })

  test('never change, not even past the console', async () => {
    const change = sql(database.superuserUrl, "update account set login_name = 'changed' where id = $1", [
      world.one.msp.admin.id,
    ])
    await expect(change).rejects.toThrow(/account_login_name_fixed/)
  })
})

describe('roles', () => {
  test('nobody gives a role above their own', async () => {
    const { msp, customer } = world.one
    const { ofCustomer } = callerOf(msp.accounts.customerAccountManager).accounts
    const create = ofCustomer.create({ companyId: customer.id, ...person({ role: 'administrator' }) })
    expect((await refusal(create)).code).toBe('roleAboveOwn')
    const raise = {
      companyId: customer.id,
      accountId: customer.accounts.licenceManager.id,
      role: 'administrator' as const,
    }
    expect((await refusal(ofCustomer.setRole(raise))).code).toBe('roleAboveOwn')
    await expect(callerOf(msp.admin).accounts.ofCustomer.setRole(raise)).resolves.toBeUndefined()
  })

  test('nobody changes their own role', async () => {
    const { admin } = world.one.sibling
    const change = callerOf(admin).accounts.own.setRole({ accountId: admin.id, role: 'billingManager' })
    expect((await refusal(change)).code).toBe('ownRole')
  })
})

describe('what is kept', () => {
  test('what somebody else has changed in the meantime is not overwritten', async () => {
    const { own } = callerOf(world.one.msp.admin).accounts
    const { accountId } = await own.create(person())
    const profile = { firstName: 'Anna', lastName: 'One', email: 'a@example.test' }
    await own.update({ accountId, version: 1, profile })
    const late = own.update({ accountId, version: 1, profile: { ...profile, lastName: 'Two' } })
    expect((await refusal(late)).code).toBe('changedMeanwhile')
  })

  test('every change is in the log with before and after, and no password', async () => {
    const { msp } = world.one
    const { own } = callerOf(msp.admin).accounts
    const password = 'seven quiet otters swim'
    const { accountId } = await own.create(person({ password }))
    await own.setRole({ accountId, role: 'licenceManager' })
    await own.setEnabled({ accountId, isEnabled: false })
    await own.delete({ accountId })
    const log = await sql<{ action: string; before: object; after: object; by: string }>(
      database.superuserUrl,
      'select action, before, after, account_id as by from log_entry where target_id = $1 order by id',
      [accountId],
    )
    expect(log.map(({ action }) => action)).toEqual(Array.from({ length: 4 }, () => 'company.accounts'))
    expect(log[0]?.after).toMatchObject({ loginName: expect.stringMatching(/^person-/), role: 'supportEngineer' })
    expect(log[1]).toMatchObject({
      before: { role: 'supportEngineer' },
      after: { role: 'licenceManager' },
      by: msp.admin.id,
    })
    expect(log[2]).toMatchObject({ before: { enabled: true }, after: { enabled: false } })
    expect(log[3]?.before).toMatchObject({ role: 'licenceManager', enabled: false })
    expect(JSON.stringify(log)).not.toContain(password)
    expect(JSON.stringify(log)).not.toMatch(/argon2|passwordHash/)
  })

  test('the list comes page by page, in order, without gaps', async () => {
    const { own } = callerOf(world.two.sibling.admin).accounts
    for (const lastName of ['Zimmermann', 'Ångström', 'Álvarez', 'Łukasz', 'Éric'])
      await own.create(person({ lastName }))
    const all = (await own.list({ limit: 200 })).rows.map(({ id }) => id)
    const paged: string[] = []
    let cursor: Awaited<ReturnType<typeof own.list>>['nextCursor'] = null
    do {
      const page: Awaited<ReturnType<typeof own.list>> = await own.list({ limit: 3, ...(cursor ? { cursor } : {}) })
      paged.push(...page.rows.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor)
    expect(paged).toEqual(all)
    expect(new Set(paged).size).toBe(paged.length)
  })
})
