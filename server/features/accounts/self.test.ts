import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorOf } from '@/server/auth/actor'
import { signIn } from '@/server/auth/sign-in'
import { ATTEMPTS } from '@/server/auth/throttle'
import { asSystem } from '@/server/db/system'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, WORLD_PASSWORD, type World, type WorldAccount, type WorldCompany } from '@/server/testing/world'
import { refusal } from './testing'

let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const next = 'seven quiet otters swim'

async function signedIn(
  company: WorldCompany,
  account: WorldAccount,
  password = WORLD_PASSWORD,
): Promise<{ sessionId: string }> {
  const from = { address: '198.51.100.4', userAgent: 'test' }
  return { sessionId: await signIn({ slug: company.slug, loginName: account.loginName, password }, from) }
}

const isSignedIn = async ({ sessionId }: { sessionId: string }): Promise<boolean> => (await actorOf(sessionId)) !== null

describe('sessions end at the very next request', () => {
  test('when the account is disabled; enabling it again brings none back', async () => {
    const { msp } = world.one
    const account = msp.accounts.supportEngineer
    const session = await signedIn(msp, account)
    const { own } = callerOf(msp.admin).accounts
    await expect(callerOf(session).self.me()).resolves.toMatchObject({ accountId: account.id })
    await own.setEnabled({ accountId: account.id, isEnabled: false })
    expect((await refusal(callerOf(session).self.me())).code).toBe('signedOut')
    await own.setEnabled({ accountId: account.id, isEnabled: true })
    expect(await isSignedIn(session)).toBe(false)
  })

  test('when the role changes', async () => {
    const { msp } = world.one
    const session = await signedIn(msp, msp.accounts.billingManager)
    await callerOf(msp.admin).accounts.own.setRole({
      accountId: msp.accounts.billingManager.id,
      role: 'supportManager',
    })
    expect(await isSignedIn(session)).toBe(false)
  })

  test('when the password changes: all of them, the one that changed it too', async () => {
    const { msp } = world.one
    const account = msp.accounts.licenceManager
    const [one, two] = [await signedIn(msp, account), await signedIn(msp, account)]
    await callerOf(one).self.changePassword({ current: WORLD_PASSWORD, next })
    expect([await isSignedIn(one), await isSignedIn(two)]).toEqual([false, false])
    expect(await isSignedIn(await signedIn(msp, account, next))).toBe(true)
    await expect(signedIn(msp, account)).rejects.toMatchObject({ code: 'wrongCredentials' })
  })

  test('when two-factor changes, and when the account is deleted', async () => {
    const { msp } = world.one
    const [one, two] = [msp.accounts.customerAccountManager, msp.accounts.supportManager]
    const [first, second] = [await signedIn(msp, one), await signedIn(msp, two)]
    await sql(database.superuserUrl, "update account set two_factor = 'on' where id = $1", [one.id])
    await callerOf(msp.admin).accounts.own.delete({ accountId: two.id })
    expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, false])
  })

  test('when the company, or the partner that manages it, is disabled or cancelled', async () => {
    const { msp, customer } = world.two
    const [inside, above] = [await signedIn(customer, customer.admin), await signedIn(msp, msp.admin)]
    await sql(database.superuserUrl, "update company set status = 'disabled' where id = $1", [customer.id])
    expect((await refusal(callerOf(inside).self.me())).code).toBe('signedOut')
    await sql(database.superuserUrl, "update company set status = 'enabled' where id = $1", [customer.id])
    await sql(database.superuserUrl, "update company set status = 'cancelled' where id = $1", [msp.id])
    expect((await refusal(callerOf(inside).self.me())).code).toBe('signedOut')
    expect((await refusal(callerOf(above).self.me())).code).toBe('signedOut')
  })

  test('but not when only the profile changes', async () => {
    const { reseller } = world.one
    const session = await signedIn(reseller, reseller.admin)
    await callerOf(session).self.setLocale({ locale: 'fr' })
    await expect(callerOf(session).self.me()).resolves.toMatchObject({ locale: 'fr' })
  })
})

describe("one's own password", () => {
  test('needs the current one; wrong guesses count like wrong sign-ins', async () => {
    const { reseller } = world.one
    const { self } = callerOf(reseller.accounts.billingManager)
    for (let i = 0; i < ATTEMPTS.account; i++) {
      expect(await refusal(self.changePassword({ current: 'wrong', next }))).toMatchObject({
        code: 'passwordWrong',
        field: 'current',
      })
    }
    expect((await refusal(self.changePassword({ current: WORLD_PASSWORD, next }))).code).toBe('signInLocked')
    await expect(signedIn(reseller, reseller.accounts.billingManager)).rejects.toMatchObject({ code: 'signInLocked' })
    await asSystem((tx) => tx.throttle.deleteMany({}))
  })

  test('is long and not easily guessed', async () => {
    const { self } = callerOf(world.one.reseller.admin)
    const short = await refusal(self.changePassword({ current: WORLD_PASSWORD, next: 'short' }))
    expect(short.issues).toMatchObject([{ path: 'next', code: 'passwordShort' }])
    const weak = self.changePassword({ current: WORLD_PASSWORD, next: 'password1234' })
    expect(await refusal(weak)).toMatchObject({ code: 'passwordWeak', field: 'next' })
  })

  test('is the same password however its accents are typed', async () => {
    const { top } = world.one
    const account = top.accounts.billingManager
    const password = 'été à la campagne'
    await callerOf(account).self.changePassword({ current: WORLD_PASSWORD, next: password.normalize('NFD') })
    expect(await isSignedIn(await signedIn(top, account, password.normalize('NFC')))).toBe(true)
  })

  test('is nowhere in clear, neither in the account nor in the log', async () => {
    const secret = 'nobody reads this sentence'
    const account = world.one.top.accounts.supportManager
    await callerOf(account).self.changePassword({ current: WORLD_PASSWORD, next: secret })
    const rows = await sql(
      database.superuserUrl,
      'select to_jsonb(a) as row from account a union all select to_jsonb(l) from log_entry l',
    )
    expect(JSON.stringify(rows)).not.toContain(secret)
    const [{ hash } = { hash: '' }] = await sql<{ hash: string }>(
      database.superuserUrl,
      'select password_hash as hash from account where id = $1',
      [account.id],
    )
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})

describe("one's own sessions", () => {
  test('are listed, the current one marked, and ended one by one or all the others', async () => {
    const { sibling } = world.one
    const account = sibling.accounts.licenceManager
    const here = await signedIn(sibling, account)
    const there = await signedIn(sibling, account)
    const { self } = callerOf(here)
    const sessions = await self.sessions()
    expect(sessions.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([here.sessionId])
    await self.endSession({ sessionId: there.sessionId })
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false])
    const others = (await self.sessions()).length - 1
    expect(await self.endOtherSessions()).toEqual({ ended: others })
    expect(await self.sessions()).toHaveLength(1)
  })

  test("nobody ends somebody else's", async () => {
    const { sibling, siblingCustomer } = world.one
    for (const { sessionId } of [sibling.accounts.supportEngineer, siblingCustomer.admin, world.two.sibling.admin]) {
      expect((await refusal(callerOf(sibling.admin).self.endSession({ sessionId }))).code).toBe('notFound')
      expect(await isSignedIn({ sessionId })).toBe(true)
    }
  })

  test('what the shell is told is what one may', async () => {
    const { suspended, customer } = world.one
    const me = await callerOf(suspended.admin).self.me()
    expect(me.isReadOnly).toBe(true)
    expect(me.privileges).toContain('customer.view')
    expect(me.privileges.filter((privilege) => /\.(create|update|accounts)$/.test(privilege))).toEqual([])
    expect((await callerOf(customer.admin).self.me()).privileges).not.toContain('customer.view')
  })
})
