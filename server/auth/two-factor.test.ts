import { generateSync } from 'otplib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { refusal } from '@/server/features/accounts/testing'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, WORLD_PASSWORD, type World, type WorldAccount, type WorldCompany } from '@/server/testing/world'
import { actorOf } from './actor'
import { signIn } from './sign-in'
import { ATTEMPTS } from './throttle'
import { sealSecret, stepOf, unsealSecret } from './totp'

let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  for (const table of ['throttle', 'company']) await sql(database.superuserUrl, `truncate ${table} cascade`)
  world = await makeWorld()
})

const codeFor = (secret: string, secondsOff = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + secondsOff })

/** Turns it on as the person does, and forgets that a code was given: the next one may be of the same time. */
async function turnOn(account: WorldAccount): Promise<{ secret: string; codes: string[] }> {
  const { self } = callerOf(account)
  const { secret } = await self.beginTwoFactor()
  const { codes } = await self.confirmTwoFactor({ code: codeFor(secret) })
  await asSystem((tx) => tx.twoFactor.updateMany({ data: { lastStep: 0n } }))
  return { secret, codes }
}

let last = 0
const enter = (company: WorldCompany, account: WorldAccount, code = '', password = WORLD_PASSWORD): Promise<string> => {
  last += 1
  const from = { address: `198.51.100.${last % 250}`, userAgent: 'test' }
  return signIn({ slug: company.slug, loginName: account.loginName, password, code }, from)
}
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'allowed',
    (error: { code?: string }) => error.code ?? String(error),
  )

describe('signing in with a second factor', () => {
  test('asks for a code after the password, never instead of it', async () => {
    const { msp } = world.one
    const { secret } = await turnOn(msp.admin)
    expect(await codeOf(enter(msp, msp.admin))).toBe('twoFactorNeeded')
    expect(await codeOf(enter(msp, msp.admin, codeFor(secret), 'a wrong password'))).toBe('wrongCredentials')
    expect(await codeOf(enter(msp, msp.admin, '000000'))).toBe('codeWrong')
    await expect(enter(msp, msp.admin, codeFor(secret))).resolves.toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a code is taken once, also of fifty at the same time', async () => {
    const { msp } = world.one
    const { secret } = await turnOn(msp.admin)
    await asSystem((tx) => tx.throttle.deleteMany({}))
    const code = codeFor(secret)
    const outcomes = await Promise.all(Array.from({ length: ATTEMPTS.code }, () => codeOf(enter(msp, msp.admin, code))))
    expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(1)
    expect(await codeOf(enter(msp, msp.admin, code))).not.toBe('allowed')
    // The control: with what was remembered taken away, the same code passes again.
    await asSystem((tx) => tx.throttle.deleteMany({}))
    await asSystem((tx) => tx.twoFactor.updateMany({ data: { lastStep: 0n } }))
    expect(await codeOf(enter(msp, msp.admin, code))).toBe('allowed')
  })

  test.each([-40, 0, 40])('a clock %i s off is accepted', (off) => {
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
    expect(stepOf(secret, codeFor(secret, off), 0n)).not.toBeNull()
  })
  test.each([-150, 150])('a clock %i s off is not', (off) => {
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
    expect(stepOf(secret, codeFor(secret, off), 0n)).toBeNull()
  })

  test('guesses of codes are counted apart: giving the password between them takes none back', async () => {
    const { msp } = world.one
    const { secret } = await turnOn(msp.admin)
    for (let i = 0; i < ATTEMPTS.code; i += 1) {
      expect(await codeOf(enter(msp, msp.admin, '000000'))).toBe('codeWrong')
      await codeOf(enter(msp, msp.admin))
    }
    expect(await codeOf(enter(msp, msp.admin, codeFor(secret)))).toBe('signInLocked')
  })

  test('a recovery code signs in once, also of many at the same time', async () => {
    const { msp } = world.one
    const { codes } = await turnOn(msp.admin)
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    const [code = ''] = codes
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => codeOf(enter(msp, msp.admin, ` ${code.toUpperCase()} `))),
    )
    expect(outcomes.filter((outcome) => outcome === 'allowed')).toHaveLength(1)
    expect(await codeOf(enter(msp, msp.admin, codes[1]))).toBe('allowed')
    expect((await callerOf(msp.admin).self.twoFactor()).codesLeft).toBe(8)
  })

  test('recovery codes of somebody else are nothing', async () => {
    const { msp } = world.one
    await turnOn(msp.admin)
    const { codes } = await turnOn(msp.accounts.licenceManager)
    expect(await codeOf(enter(msp, msp.admin, codes[0]))).toBe('codeWrong')
  })
})

describe('setting it up', () => {
  test('needs a code of the app; other sessions end, this one goes on', async () => {
    const { msp } = world.one
    const other = await enter(msp, msp.admin)
    const { self } = callerOf(msp.admin)
    const { secret, uri } = await self.beginTwoFactor()
    expect(uri).toMatch(/^otpauth:\/\/totp\//)
    expect((await refusal(self.confirmTwoFactor({ code: '000000' }))).code).toBe('codeWrong')
    expect(await codeOf(enter(msp, msp.admin))).toBe('allowed')
    await self.confirmTwoFactor({ code: codeFor(secret) })
    expect(await self.twoFactor()).toMatchObject({ isOn: true, codesLeft: 10 })
    expect(await actorOf(other)).toBeNull()
    expect((await refusal(self.beginTwoFactor())).code).toBe('twoFactorOn')
  })

  test('the secret lies sealed and the recovery codes hashed', async () => {
    const { msp } = world.one
    const { secret, codes } = await turnOn(msp.admin)
    const dump = JSON.stringify([
      await sql(database.superuserUrl, 'select t::text as row from two_factor t'),
      await sql(database.superuserUrl, 'select r::text as row from recovery_code r'),
      await sql(database.superuserUrl, 'select l::text as row from log_entry l'),
    ])
    for (const hidden of [secret, ...codes])
      for (const form of [hidden, hidden.replace('-', ''), Buffer.from(hidden).toString('hex')])
        expect(dump).not.toContain(form)
    const sealed = sealSecret(secret, msp.admin.id)
    expect(unsealSecret(sealed, msp.admin.id)).toBe(secret)
    expect(() => unsealSecret(sealed, msp.accounts.licenceManager.id)).toThrow()
  })

  test('is turned off with the password only', async () => {
    const { msp } = world.one
    await turnOn(msp.admin)
    const { self } = callerOf(msp.admin)
    expect((await refusal(self.disableTwoFactor({ password: 'not the password' }))).code).toBe('passwordWrong')
    const { codes } = await self.renewRecoveryCodes({ password: WORLD_PASSWORD })
    expect(codes).toHaveLength(10)
    await self.disableTwoFactor({ password: WORLD_PASSWORD })
    expect(await codeOf(enter(msp, msp.admin))).toBe('allowed')
    expect(await asSystem((tx) => tx.recoveryCode.count({ where: { accountId: msp.admin.id } }))).toBe(0)
  })
})

describe('resetting somebody’s', () => {
  test('by privilege: sessions end, the person is told, the password alone signs in again', async () => {
    const { msp } = world.one
    await turnOn(msp.accounts.licenceManager)
    const input = { accountId: msp.accounts.licenceManager.id }
    expect((await refusal(callerOf(msp.accounts.billingManager).accounts.own.resetTwoFactor(input))).code).toBe(
      'notAllowed',
    )
    await callerOf(msp.admin).accounts.own.resetTwoFactor(input)
    expect(await actorOf(msp.accounts.licenceManager.sessionId)).toBeNull()
    expect(await asSystem((tx) => tx.mail.count({ where: { kind: 'twoFactorReset' } }))).toBe(1)
    expect(await codeOf(enter(msp, msp.accounts.licenceManager))).toBe('allowed')
  })

  test('never of somebody above oneself', async () => {
    const { msp } = world.one
    await turnOn(msp.admin)
    const reset = callerOf(msp.accounts.supportEngineer).accounts.own.resetTwoFactor({ accountId: msp.admin.id })
    expect((await refusal(reset)).code).toBe('roleAboveOwn')
  })
})

describe('where it is required', () => {
  test('administrators of the company and of all below it can do nothing but set it up', async () => {
    const { top, msp, customer } = world.one
    const preview = await callerOf(msp.admin).twoFactor.affected({ policy: 'administrators' })
    await callerOf(msp.admin).twoFactor.setPolicy({ policy: 'administrators' })
    for (const { admin } of [msp, customer]) {
      const caller = callerOf(admin)
      expect((await refusal(caller.company.get())).code).toBe('twoFactorRequired')
      const me = await caller.self.me()
      expect(me).toMatchObject({ mustAddTwoFactor: true, privileges: ['self.view', 'self.update'] })
      await turnOn(admin)
      await expect(caller.company.get()).resolves.toBeTruthy()
    }
    await expect(callerOf(top.admin).company.get()).resolves.toBeTruthy()
    await expect(callerOf(msp.accounts.supportEngineer).company.get()).resolves.toBeTruthy()
    const after = await callerOf(msp.admin).twoFactor.affected({ policy: 'administrators' })
    expect(preview.accounts - after.accounts).toBe(2)
    expect((await refusal(callerOf(msp.admin).self.disableTwoFactor({ password: WORLD_PASSWORD }))).code).toBe(
      'twoFactorRequired',
    )
  })

  test('what a company above demands cannot be relaxed below', async () => {
    const { top, msp } = world.one
    await callerOf(top.admin).twoFactor.setPolicy({ policy: 'administrators' })
    await turnOn(msp.admin)
    const { twoFactor } = callerOf(msp.admin)
    expect(await twoFactor.policy()).toEqual({ own: 'off', above: 'administrators' })
    await twoFactor.setPolicy({ policy: 'everyone' })
    expect((await refusal(twoFactor.setPolicy({ policy: 'off' }))).code).toBe('policyInherited')
    expect((await refusal(callerOf(msp.accounts.supportEngineer).company.get())).code).toBe('twoFactorRequired')
    await expect(callerOf(world.one.sibling.accounts.supportEngineer).company.get()).resolves.toBeTruthy()
  })
})
