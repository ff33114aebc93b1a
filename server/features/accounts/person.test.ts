import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '@/server/db/scoped'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World, type WorldAccount } from '@/server/testing/world'
import { ERASED_ADDRESS } from './person-commands'
import { refusal } from './testing'

let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const ask = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) =>
  sql<Row>(database.superuserUrl, text, values)

const NAME = 'Ottilie Unverwechselbar'
const EMAIL = 'ottilie@unverwechselbar.example'

let made = 0
/** Somebody whose name stands nowhere else, with one of everything that is kept about a person. */
async function person(): Promise<{ accountId: string }> {
  const { msp, customer } = world.one
  const [firstName = '', lastName = ''] = NAME.split(' ')
  const { accountId } = await callerOf(msp.admin).accounts.own.create({
    loginName: `ottilie-${++made}`,
    ...{
      firstName,
      lastName,
      email: EMAIL,
      role: 'customerAccountManager',
      password: 'seven quiet otters swim',
      mail: 'none',
    },
  })
  const [session] = await ask<{ id: string }>(
    `insert into session (scope, account_id, version, expires_at, address, user_agent)
     values ($1, $2, 1, now() + interval '1 day', '203.0.113.7', 'Lynx') returning id`,
    [msp.scope, accountId],
  )
  const self = callerOf({ sessionId: session?.id ?? '' })
  await self.customers.addNote({ companyId: customer.id, body: 'Prefers the telephone.' })
  await self.views.save({ screen: 'customers', name: 'Mine', shared: true, query: 'q=mine' })
  await ask(`insert into preference (scope, account_id, name, value) values ($1, $2, 'density', '"compact"')`, [
    msp.scope,
    accountId,
  ])
  for (const state of ['scheduled', 'sending', 'sent']) {
    await ask(
      `insert into mail (scope, account_id, kind, address, name, locale, props, sealed, state, subject, body_text, body_html)
       values ($1, $2, 'licenceExpiring', $3, $4::text, 'en', jsonb_build_object('name', $4::text), '\\x00', $5::mail_state,
         'For ' || $4::text, 'Dear ' || $4::text, '<p>' || $4::text)`,
      [msp.scope, accountId, EMAIL, NAME, state],
    )
  }
  await ask(
    `insert into account_token (scope, account_id, purpose, hash, expires_at)
     values ($1, $2, 'passwordReset', gen_random_uuid()::text::bytea, now() + interval '1 hour')`,
    [msp.scope, accountId],
  )
  await ask(
    `insert into operation (scope, target_scope, kind, requested_by, requested_name) values ($1, $1, 'customerTag', $2, $3)`,
    [msp.scope, accountId, NAME],
  )
  return { accountId }
}

/** Tables in which the name or address stands somewhere in a row. */
async function tablesNaming(...words: string[]): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    "select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await ask(`select 1 from "${name}" t where t::text ilike any ($1) limit 1`, [
      words.map((word) => `%${word}%`),
    ])
    if (rows.length > 0) found.push(name)
  }
  return found
}

const login = (account: WorldAccount) => callerOf(account).accounts

describe('the file about a person', () => {
  test('holds everything that is kept, and no secret', async () => {
    const { accountId } = await person()
    const data = await login(world.one.msp.admin).own.personalData({ accountId })
    expect(data).toMatchObject({
      account: { email: EMAIL, role: 'customerAccountManager', companyName: world.one.msp.name },
      sessions: [{ address: '203.0.113.7', userAgent: 'Lynx' }],
      links: [{ purpose: 'passwordReset' }],
      savedViews: [{ name: 'Mine', query: 'q=mine' }],
      preferences: [{ name: 'density', value: 'compact' }],
      notes: { total: 1, rows: [{ about: world.one.customer.name, body: 'Prefers the telephone.' }] },
      mails: { total: 3 },
    })
    expect(data.log.rows.some(({ byThisPerson, action }) => byThisPerson && action === 'customer.update')).toBe(true)
    expect(data.log.rows.some(({ byThisPerson, action }) => !byThisPerson && action === 'company.accounts')).toBe(true)
    expect(JSON.stringify(data)).not.toMatch(/argon2|passwordHash|"hash"|sealed/)
  })

  test('does not name others who changed the account', async () => {
    const { accountId } = await person()
    const data = await login(world.one.msp.admin).own.personalData({ accountId })
    for (const entry of data.log.rows) expect(entry).not.toHaveProperty('accountName')
    for (const { byThisPerson, address } of data.log.rows) if (!byThisPerson) expect(address).toBeNull()
  })

  test('whoever takes it is in the log, oneself too', async () => {
    const { accountId } = await person()
    await login(world.one.msp.admin).own.personalData({ accountId })
    const { billingManager } = world.one.msp.accounts
    await callerOf(billingManager).self.personalData()
    const log = await ask<{ account_id: string; target_id: string; action: string }>(
      `select account_id, target_id, action from log_entry where after ->> 'personalDataTaken' = 'true' and target_id = any ($1)
       order by id`,
      [[accountId, billingManager.id]],
    )
    expect(log).toEqual([
      { account_id: world.one.msp.admin.id, target_id: accountId, action: 'company.accounts' },
      { account_id: billingManager.id, target_id: billingManager.id, action: 'self.view' },
    ])
  })

  test('is one’s own in a suspended company too, and nobody else’s', async () => {
    const { suspended } = world.one
    await expect(callerOf(suspended.accounts.supportEngineer).self.personalData()).resolves.toMatchObject({
      account: { id: suspended.accounts.supportEngineer.id },
    })
    const other = { accountId: suspended.accounts.billingManager.id }
    expect((await refusal(login(suspended.admin).own.personalData(other))).code).toBe('companySuspended')
  })
})

describe('erasing a person', () => {
  test('leaves the name in the administration log only', async () => {
    const { accountId } = await person()
    expect(await tablesNaming('Unverwechselbar')).toEqual(['account', 'log_entry', 'mail', 'note', 'operation'])
    await everybodyCalledSo(accountId)
    expect(await tablesNaming('Unverwechselbar')).toEqual(['log_entry'])
    expect(await ask('select 1 from session where account_id = $1', [accountId])).toEqual([])
    expect(await ask('select 1 from account_token where account_id = $1', [accountId])).toEqual([])
  })

  test('the control: deleting the account alone leaves it in notes, mails and operations', async () => {
    const { accountId } = await person()
    await login(world.one.msp.admin).own.delete({ accountId })
    expect(await tablesNaming('Unverwechselbar')).toEqual(['log_entry', 'mail', 'note', 'operation'])
  })

  test('the figures say before what goes and what stays; the entry in the log names nobody', async () => {
    const { accountId } = await person()
    const { own } = login(world.one.msp.admin)
    const figures = await own.personFigures({ accountId })
    expect(figures.erased).toEqual({ sessions: 1, views: 1, sharedViews: 1, mails: 3, mailsWaiting: 1, notes: 1 })
    expect(figures.kept.log).toBeGreaterThanOrEqual(2)
    expect(await own.erase({ accountId })).toEqual({ notes: 1, mails: 3 })
    const [entry] = await ask(
      'select target_name, before, after from log_entry where target_id = $1 order by id desc limit 1',
      [accountId],
    )
    expect(entry).toEqual({ target_name: accountId, before: null, after: { erased: true, notes: 1, mails: 3 } })
    const [kept] = await ask<{ count: number }>(
      'select count(*)::int as count from log_entry where account_id = $1::uuid or target_id = $1::text',
      [accountId],
    )
    expect(kept?.count).toBe(figures.kept.log + 1)
  })

  test('mails that wait are never sent; one on its way is not waited for', async () => {
    const { accountId } = await person()
    await login(world.one.msp.admin).own.erase({ accountId })
    const mails = await ask(
      'select state::text as state, address, sealed from mail where account_id = $1 order by id',
      [accountId],
    )
    expect(mails).toEqual(
      ['cancelled', 'unknown', 'sent'].map((state) => ({ state, address: ERASED_ADDRESS, sealed: null })),
    )
  })

  test('reaches notes about a customer that has moved to another partner', async () => {
    const { accountId } = await person()
    await ask('update note set scope = $1 where author_id = $2', [world.one.sibling.scope, accountId])
    await login(world.one.msp.admin).own.erase({ accountId })
    expect(await ask('select author_name, body from note where author_id = $1', [accountId])).toEqual([
      { author_name: '', body: 'Prefers the telephone.' },
    ])
  })

  test('the last administrator stays', async () => {
    const { msp, customer } = world.one
    await ask("update account set enabled = id = $2 where company_id = $1 and role = 'administrator'", [
      customer.id,
      customer.admin.id,
    ])
    const target = { companyId: customer.id, accountId: customer.admin.id }
    expect((await refusal(login(msp.admin).ofCustomer.erase(target))).code).toBe('lastAdministrator')
    const [note] = await ask('select author_name from note where author_id = $1', [customer.admin.id])
    expect(note).toEqual({ author_name: customer.mark })
  })

  test('somebody of another company does not exist: not to look at, not to take, not to erase', async () => {
    const { own } = login(world.one.msp.admin)
    for (const accountId of [world.one.sibling.admin.id, world.two.msp.admin.id, world.one.customer.admin.id]) {
      for (const ask of [own.personFigures, own.personalData, own.erase]) {
        expect(await refusal(ask({ accountId }))).toEqual({ code: 'notFound', params: {} })
      }
    }
  })

  test('the name on notes falls only from within the reach of the account', async () => {
    const { sibling, msp } = world.one
    await inScope(sibling.scope, 'write', (tx) => tx.$queryRaw`select forget_author(${msp.admin.id}::uuid)`)
    const names = await ask<{ author_name: string }>('select author_name from note where author_id = $1', [
      msp.admin.id,
    ])
    expect(names.map(({ author_name }) => author_name)).not.toContain('')
  })
})

/** Erases everybody of that name: earlier tests have made some. */
async function everybodyCalledSo(accountId: string): Promise<void> {
  const rows = await ask<{ id: string }>("select id from account where last_name = 'Unverwechselbar'")
  expect(rows.map(({ id }) => id)).toContain(accountId)
  for (const { id } of rows) await login(world.one.msp.admin).own.erase({ accountId: id })
}
