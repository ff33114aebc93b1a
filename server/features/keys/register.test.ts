import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '@/server/auth/sessions'
import { asSystem } from '@/server/db/system'
import { callerOf, contextOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { letDaysPass } from '@/server/testing/days'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World, type WorldAccount } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'
import { appRouter } from '@/server/trpc/root'
import type { StrangerFormInput } from './register-schema'
import { stranger } from './testing'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

/** Somebody at an address of its own, so that nobody waits for another. */
let addresses = 0
async function at(who: WorldAccount | null, address?: string) {
  addresses += 1
  const own = `2001:db8:${(addresses >> 8).toString(16)}:${(addresses % 256).toString(16)}::1`
  const context = await contextOf(who)
  return appRouter.createCaller({ ...context, address: address ?? own })
}
const msp = () => callerOf(world.one.msp.admin)
const planOf = (what: string) => idOf(world.one.msp, what)

async function keyFor(what = 'freshPlan', over: object = {}) {
  const { keys } = await msp().keys.generate({ planId: planOf(what), count: 1, units: 7, ...over })
  const [key = ''] = keys
  const { rows } = await msp().keys.list({ filter: { q: key } })
  return { key, id: rows[0]?.id ?? '' }
}
const redemptionsOf = (id: string) =>
  asSystem(async (tx) => ({
    redeemed: (await tx.registrationKey.findUniqueOrThrow({ where: { id } })).redeemed,
    rows: await tx.keyRedemption.count({ where: { keyId: id } }),
  }))
const newcomer = (form: StrangerFormInput = stranger()) => ({
  who: { kind: 'new' as const, company: form.company, account: form.account },
  accepted: true as const,
})

test('a stranger registers: company, account, licence with its code, transaction and redemption, all below the key’s company', async () => {
  const { key, id } = await keyFor('fullPlan')
  const looked = await (await at(null)).register.look({ key: key.toLowerCase() })
  expect(looked).toMatchObject({
    units: 7,
    months: 12,
    version: 'full',
    me: null,
    manager: { name: world.one.msp.name },
  })
  const form = stranger()
  const done = await (await at(null)).register.redeem({ key, ...newcomer(form) })
  expect(done).toMatchObject({ companyName: form.company.name, units: 7 })
  expect(done.licences[0]?.activationCode).toMatch(/\S{8,}/)
  const company = await asSystem((tx) => tx.company.findUniqueOrThrow({ where: { slug: done.slug } }))
  expect(company).toMatchObject({
    parentScope: world.one.msp.scope,
    portal: 'clp',
    kind: 'customer',
    status: 'enabled',
  })
  const accounts = await asSystem((tx) => tx.account.findMany({ where: { companyId: company.id } }))
  expect(accounts).toMatchObject([{ role: 'administrator', loginName: form.account.loginName }])
  expect(accounts[0]?.passwordHash).not.toBeNull()
  const transactions = await asSystem((tx) => tx.customerTransaction.findMany({ where: { scope: company.scope } }))
  expect(transactions).toMatchObject([
    { type: 'newPurchase', unitsAfter: 7, reference: `TL-••••-••••-••••-${key.slice(-4)}` },
  ])
  expect(await redemptionsOf(id)).toEqual({ redeemed: 1, rows: 1 })
  const mails = await asSystem((tx) => tx.mail.findMany({ where: { scope: company.scope } }))
  expect(mails.map(({ kind }) => kind).sort()).toEqual(['accountCreated', 'registrationConfirmation'])
  expect(JSON.stringify(mails.map(({ props }) => props)).includes(done.licences[0]?.activationCode ?? '')).toBe(false)
  const { rows } = await msp().keys.list({ filter: { q: key } })
  expect(rows[0]).toMatchObject({ status: 'used', usedBy: form.company.name })
})

test('wrong, used, cancelled and expired keys answer strangers alike, when looked at and when used', async () => {
  const [used, cancelled, expired] = [
    await keyFor(),
    await keyFor(),
    await keyFor('freshPlan', { expiresOn: inDays(1) }),
  ]
  await sql(database.superuserUrl, 'update registration_key set redeemed = redemptions where id = $1', [used.id])
  await sql(database.superuserUrl, 'update registration_key set cancelled_at = now() where id = $1', [cancelled.id])
  await letDaysPass(database, 3)
  const wrong = ['TL-0000-0000-0000-0000', 'nothing', '\u00e9', used.key, cancelled.key, expired.key]
  const answers = []
  for (const key of wrong) {
    answers.push(await refusal((await at(null)).register.look({ key })))
    answers.push(await refusal((await at(null)).register.redeem({ key, ...newcomer() })))
  }
  await letDaysPass(database, 0)
  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ code: 'keyNotUsable', params: {} })]),
  )
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test.each([
  ['a login name that is taken', () => ({ loginName: world.one.top.admin.loginName }), 'loginNameTaken'],
  ['a weak password', () => ({ password: 'passwordpassword' }), 'passwordWeak'],
])('a registration that fails consumes nothing and leaves nothing: %s', async (_, over, code) => {
  const { key, id } = await keyFor()
  const before = await asSystem((tx) => tx.company.count())
  const form = stranger()
  const account = { ...form.account, ...over() }
  expect(await refusal((await at(null)).register.redeem({ key, ...newcomer({ ...form, account }) }))).toMatchObject({
    code,
  })
  expect(await redemptionsOf(id)).toEqual({ redeemed: 0, rows: 0 })
  expect(await asSystem((tx) => tx.company.count())).toBe(before)
  await (await at(null)).register.redeem({ key, ...newcomer() })
  expect(await redemptionsOf(id)).toEqual({ redeemed: 1, rows: 1 })
})

test('nothing is registered without acceptance, and no legal text is read for somebody', async () => {
  const { key } = await keyFor()
  const caller = await at(null)
  const refused = await refusal(caller.register.redeem({ key, ...newcomer(), accepted: false as unknown as true }))
  expect(refused.issues).toMatchObject([{ path: 'accepted', code: 'accept' }])
})

test('a pool that is empty is the partner’s affair: strangers are told no figure, and the key stays', async () => {
  const { key, id } = await keyFor('freshPlan', { units: 999_999 })
  expect(await refusal((await at(null)).register.look({ key }))).toMatchObject({ code: 'registrationClosed' })
  const refused = await refusal((await at(null)).register.redeem({ key, ...newcomer() }))
  expect(refused).toEqual({ code: 'registrationClosed', params: { company: world.one.msp.name } })
  expect(await redemptionsOf(id)).toEqual({ redeemed: 0, rows: 0 })
})

test('a plan that was disabled since cannot be registered', async () => {
  const { key } = await keyFor()
  await sql(database.superuserUrl, 'update service_plan set enabled = false where id = $1', [planOf('freshPlan')])
  expect(await refusal((await at(null)).register.look({ key }))).toMatchObject({ code: 'registrationClosed' })
  await sql(database.superuserUrl, 'update service_plan set enabled = true where id = $1', [planOf('freshPlan')])
})

test('a customer that is signed in registers for itself; who belongs elsewhere, or may not, does not', async () => {
  const { key, id } = await keyFor('freshPlan', { redemptions: 9 })
  const { customer } = world.one
  const me = { who: { kind: 'me' as const }, accepted: true as const }
  expect((await (await at(customer.admin)).register.look({ key })).me).toEqual({
    companyName: customer.name,
    isAllowed: true,
  })
  const before = await asSystem((tx) => tx.company.count())
  const done = await (await at(customer.admin)).register.redeem({ key, ...me })
  expect(done).toMatchObject({ companyName: customer.name, slug: customer.slug })
  expect(await asSystem((tx) => tx.company.count())).toBe(before)
  const again = await refusal((await at(customer.admin)).register.redeem({ key, ...me }))
  expect(again).toMatchObject({ code: 'secondAgents' })
  for (const other of [
    world.one.siblingCustomer.admin,
    world.two.customer.admin,
    world.one.msp.admin,
    world.one.top.admin,
  ]) {
    expect((await (await at(other)).register.look({ key })).me).toBeNull()
    expect(await refusal((await at(other)).register.redeem({ key, ...me }))).toMatchObject({ code: 'notAllowed' })
  }
  const reader = await at(world.one.secondCustomer.accounts.supportEngineer)
  expect(await refusal(reader.register.redeem({ key, ...me }))).toMatchObject({ code: 'notAllowed' })
  expect(await refusal((await at(null)).register.redeem({ key, ...me }))).toMatchObject({ code: 'signedOut' })
  expect(await redemptionsOf(id)).toEqual({ redeemed: 1, rows: 1 })
})

test('1,000 attempts at once at a key worth 25 make exactly 25 customers', async () => {
  const { key, id } = await keyFor('freshPlan', { redemptions: 25, units: 1 })
  const before = await asSystem((tx) => tx.company.count())
  const tally: Record<string, number> = {}
  const attempts = Array.from({ length: 1_000 }, () => stranger())
  const runner = async () => {
    for (let form = attempts.pop(); form; form = attempts.pop()) {
      const outcome = await (await at(null)).register.redeem({ key, ...newcomer(form) }).then(
        () => 'registered',
        (error: { cause?: { code?: string } }) => error.cause?.code ?? 'broken',
      )
      tally[outcome] = (tally[outcome] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: 40 }, runner))
  expect(tally).toEqual({ registered: 25, keyNotUsable: 975 })
  expect(await redemptionsOf(id)).toEqual({ redeemed: 25, rows: 25 })
  expect(await asSystem((tx) => tx.company.count())).toBe(before + 25)
})

test('who guesses keys from one address has to wait; who is right is not counted', async () => {
  const { key } = await keyFor('freshPlan', { redemptions: 99 })
  const guesser = await at(null, '198.51.100.7')
  for (let i = 0; i < 40; i += 1) await guesser.register.look({ key })
  for (let i = 0; i < 30; i += 1) await refusal(guesser.register.look({ key: 'TL-0000-0000-0000-0000' }))
  expect(await refusal(guesser.register.look({ key }))).toMatchObject({ code: 'signInLocked' })
  expect((await (await at(null)).register.look({ key })).units).toBe(7)
})

test('an open trial form gives one trial to a company, known by its name or its domain', async () => {
  const planId = planOf('trialPlan')
  const offer = await (await at(null)).trial.look({ planId })
  expect(offer).toMatchObject({ version: 'trial', months: 1, manager: { name: world.one.msp.name } })
  const form = stranger()
  const done = await (await at(null)).trial.request({ planId, ...form, units: 3 })
  expect(done).toMatchObject({ companyName: form.company.name, units: 3 })
  const sameDomain = stranger()
  const sameName = stranger()
  const twice = [
    { ...sameDomain, account: { ...sameDomain.account, email: form.account.email.replace(/^[^@]+/, 'other') } },
    { ...sameName, company: { ...sameName.company, name: form.company.name.toUpperCase() } },
  ]
  for (const again of twice) {
    expect(await refusal((await at(null)).trial.request({ planId, ...again }))).toMatchObject({ code: 'trialTaken' })
  }
  await (await at(null)).trial.request({ planId, ...stranger() })
})

test('a trial plan without an open form, a full plan and a plan that never was answer alike', async () => {
  await sql(database.superuserUrl, 'update service_plan set trial_form = false where id = $1', [
    idOf(world.one.sibling, 'trialPlan'),
  ])
  for (const planId of [idOf(world.one.sibling, 'trialPlan'), planOf('fullPlan'), crypto.randomUUID()]) {
    const answer = { code: 'trialClosed', params: {} }
    expect(await refusal((await at(null)).trial.look({ planId }))).toEqual(answer)
    expect(await refusal((await at(null)).trial.request({ planId, ...stranger() }))).toEqual(answer)
  }
})

test('the trial of a customer becomes the full licence when it registers a key of the product; its code stays', async () => {
  const form = stranger()
  const trial = await (await at(null)).trial.request({ planId: planOf('trialPlan'), ...form })
  const account = await asSystem((tx) => tx.account.findFirstOrThrow({ where: { loginName: form.account.loginName } }))
  const sessionId = await openSession(account, { address: '', userAgent: '' }, 1)
  const { key } = await keyFor('fullPlan')
  const person = { ...world.one.customer.admin, sessionId }
  const full = await (await at(person)).register.redeem({ key, who: { kind: 'me' }, accepted: true })
  expect(full).toMatchObject({ subscriptionId: trial.subscriptionId, units: 7, licences: trial.licences })
})
