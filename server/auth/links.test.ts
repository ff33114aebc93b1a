import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Tx } from '@/server/db/client'
import { asSystem } from '@/server/db/system'
import { setEnvironment } from '@/server/env'
import { refusal } from '@/server/features/accounts/testing'
import { drain } from '@/server/jobs/loop'
import { mailBinding, unseal } from '@/server/mail/vault'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, WORLD_PASSWORD, type World, type WorldAccount } from '@/server/testing/world'
import { actorOf } from './actor'
import { choosePassword, issueLink, LINK_MINUTES, type LinkPurpose, lookAtLink } from './links'
import { signIn } from './sign-in'
import { ATTEMPTS } from './throttle'

/** Stands between a command and the database, for the test that shows what its guarded write is for. */
const meddling = vi.hoisted(() => ({ with: null as ((tx: Tx) => Tx) | null }))
vi.mock('@/server/db/system', async (original) => {
  const real = await original<typeof import('@/server/db/system')>()
  const asSystem: typeof real.asSystem = (fn) => real.asSystem((tx) => fn(meddling.with ? meddling.with(tx) : tx))
  return { ...real, asSystem }
})

const NEXT = 'seven quiet otters swim'
const from = { address: '198.51.100.7', userAgent: 'test' }
let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await testDatabase()
  setEnvironment({ TIERLINE_STATE_DIR: `/tmp/tierline-links-${process.pid}` })
})
afterAll(() => database.drop())
beforeEach(async () => {
  for (const table of ['mail', 'job', 'throttle', 'company'])
    await sql(database.superuserUrl, `truncate ${table} cascade`)
  world = await makeWorld()
  for (const table of ['mail', 'account_token', 'job']) await sql(database.superuserUrl, `truncate ${table} cascade`)
})

const issue = (account: WorldAccount, purpose: LinkPurpose = 'passwordReset') =>
  asSystem((tx) => issueLink(tx, account, purpose))
const choose = (token: string, purpose: LinkPurpose = 'passwordReset', password = NEXT) =>
  choosePassword({ token, purpose, password }, from)
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'allowed',
    (error: { code?: string }) => error.code ?? String(error),
  )

/** The link inside the only mail that waits for this account, as its reader gets it. */
async function mailed(account: WorldAccount): Promise<{ kind: string; token: string; address: string }> {
  const [mail] = await asSystem((tx) => tx.mail.findMany({ where: { accountId: account.id, state: 'scheduled' } }))
  if (!mail?.sealed) throw new Error('no mail with a link')
  const { token }: { token: string } = JSON.parse(unseal('mail secrets', mail.sealed, mailBinding(mail)))
  return { kind: mail.kind, token, address: mail.address }
}

describe('a link', () => {
  test('gives its account a password, once; every session before ends, and the new password signs in', async () => {
    const { msp } = world.one
    const token = await issue(msp.admin)
    expect(await lookAtLink({ token, purpose: 'passwordReset' })).toMatchObject({ loginName: msp.admin.loginName })
    expect(await choose(token)).toEqual({ loginName: msp.admin.loginName, slug: msp.slug })
    expect(await actorOf(msp.admin.sessionId)).toBeNull()
    expect(await codeOf(choose(token))).toBe('linkNotUsable')
    const enter = (password: string) => signIn({ slug: msp.slug, loginName: msp.admin.loginName, password }, from)
    expect(await codeOf(enter(WORLD_PASSWORD))).toBe('wrongCredentials')
    await expect(enter(NEXT)).resolves.toMatch(/^[0-9a-f-]{36}$/)
  })

  test('500 uses at once: exactly one succeeds', async () => {
    const token = await issue(world.one.msp.admin)
    const uses = Array.from({ length: 500 }, (_, i) => codeOf(choose(token, 'passwordReset', `${NEXT} ${i}`)))
    const outcomes = await Promise.all(uses)
    expect(outcomes.filter((code) => code === 'allowed')).toHaveLength(1)
    expect(await codeOf(choose(token))).toBe('linkNotUsable')
  })

  /** Uses of one link that have all looked at it before any of them writes; `isGuarded` false: as if each write had found it. */
  async function allAtOnce(count: number, isGuarded: boolean): Promise<string[]> {
    const token = await issue(world.one.msp.admin)
    const { promise: everybodyHasLooked, resolve } = Promise.withResolvers<void>()
    const arrived = { count: 0 }
    meddling.with = (tx) =>
      new Proxy(tx, {
        get: (target, key) => {
          if (key !== '$executeRaw') return Reflect.get(target, key)
          return async (...statement: Parameters<Tx['$executeRaw']>) => {
            arrived.count += 1
            if (arrived.count === count) resolve()
            await everybodyHasLooked
            const used = await target.$executeRaw(...statement)
            return isGuarded ? used : 1
          }
        },
      })
    try {
      return await Promise.all(
        Array.from({ length: count }, (_, i) => codeOf(choose(token, 'passwordReset', `${NEXT} ${i}`))),
      )
    } finally {
      meddling.with = null
    }
  }

  test('the guarded write lets one of them through; the control: without it, all that looked in time get through', async () => {
    const one = await allAtOnce(5, true)
    expect(one.toSorted()).toEqual(['allowed', ...Array(4).fill('linkNotUsable')])
    expect(await allAtOnce(5, false)).toEqual(Array(5).fill('allowed'))
  })

  test('lies hashed: nothing at rest holds it', async () => {
    const token = await issue(world.one.msp.admin)
    const rows = await sql<{ row: string }>(database.superuserUrl, 'select t::text as row from account_token t')
    expect(rows.length).toBe(1)
    const dump = JSON.stringify(rows)
    expect(dump).not.toContain(token)
    expect(dump).not.toContain(Buffer.from(token).toString('hex'))
    expect(dump).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
  })

  test('opens nothing of another purpose, nothing when invented, and nothing once it is too old', async () => {
    const token = await issue(world.one.msp.admin)
    expect(await codeOf(choose(token, 'invitation'))).toBe('linkNotUsable')
    expect(await codeOf(choose('x'.repeat(43)))).toBe('linkNotUsable')
    await asSystem((tx) => tx.$executeRaw`update account_token set expires_at = now() - interval '1 second'`)
    expect(await codeOf(choose(token))).toBe('linkNotUsable')
    expect(LINK_MINUTES).toEqual({ invitation: 72 * 60, passwordReset: 60 })
  })

  test.each([
    ['a newer one is sent', (account: WorldAccount) => issue(account)],
    [
      'the address changes',
      (account: WorldAccount) =>
        asSystem((tx) => tx.account.update({ where: { id: account.id }, data: { email: 'other@example.org' } })),
    ],
    [
      'the password changes',
      (account: WorldAccount) =>
        asSystem((tx) => tx.account.update({ where: { id: account.id }, data: { passwordHash: 'x' } })),
    ],
    [
      'the account is disabled',
      (account: WorldAccount) =>
        asSystem((tx) => tx.account.update({ where: { id: account.id }, data: { enabled: false } })),
    ],
    [
      'its company is cancelled',
      () => asSystem((tx) => tx.company.update({ where: { id: world.one.msp.id }, data: { status: 'cancelled' } })),
    ],
  ] as const)('ends when %s', async (_, happen) => {
    const account = world.one.msp.accounts.licenceManager
    const token = await issue(account)
    await expect(lookAtLink({ token, purpose: 'passwordReset' })).resolves.toBeTruthy()
    await happen(account)
    expect(await codeOf(lookAtLink({ token, purpose: 'passwordReset' }))).toBe('linkNotUsable')
  })

  test('a password that is refused uses nothing up', async () => {
    const token = await issue(world.one.msp.admin)
    expect(await codeOf(choose(token, 'passwordReset', 'passwordpassword'))).toBe('passwordWeak')
    expect(await codeOf(choose(token))).toBe('allowed')
  })
})

describe('forgot your password', () => {
  const ask = (slug: string, loginName: string) => callerOf(null).signIn.forgot({ slug, loginName })

  test('sends a link to whoever has the name, and the answer is the same for whoever has not', async () => {
    const { msp, sibling } = world.one
    const answers = [
      await ask(msp.slug, msp.admin.loginName),
      await ask(msp.slug, 'nobody-here'),
      await ask('no-such-company', msp.admin.loginName),
      await ask(sibling.slug, msp.admin.loginName),
      await ask(msp.slug, msp.disabledAccount.loginName),
    ]
    expect(new Set(answers)).toEqual(new Set([undefined]))
    // The same work, too: a job for each, and nothing looked up yet.
    expect(await asSystem((tx) => tx.job.count({ where: { kind: 'passwordLink' } }))).toBe(5)
    expect(await asSystem((tx) => tx.mail.count())).toBe(0)
    await asSystem(
      (tx) => tx.$executeRaw`update job set run_at = now() - interval '1 hour' where kind = 'passwordLink'`,
    )
    await drain()
    const mails = await asSystem((tx) => tx.mail.findMany())
    expect(mails.map(({ kind, accountId }) => [kind, accountId])).toEqual([['passwordReset', msp.admin.id]])
    expect(await asSystem((tx) => tx.accountToken.count())).toBe(1)
  })

  test('is throttled by name, known or not, and by address', async () => {
    const { msp } = world.one
    for (const name of [msp.admin.loginName, 'nobody-here']) {
      for (let i = 0; i < ATTEMPTS.asked; i += 1) await ask(msp.slug, name)
      expect((await refusal(ask(msp.slug, name))).code).toBe('signInLocked')
    }
    for (let i = 0; i < ATTEMPTS.forgot; i += 1) await codeOf(ask(msp.slug, `somebody-${i}`))
    expect((await refusal(ask(msp.slug, 'one-more'))).code).toBe('signInLocked')
  })
})

describe('links that others send', () => {
  test('a new account without a password gets an invitation; its link opens the account', async () => {
    const { msp } = world.one
    const { accountId } = await callerOf(msp.admin).accounts.own.create({
      loginName: 'newcomer',
      firstName: 'Ada',
      lastName: 'Byron',
      email: 'ada@example.org',
      role: 'licenceManager',
    })
    const { kind, token, address } = await mailed({ ...msp.admin, id: accountId })
    expect([kind, address]).toEqual(['accountCreated', 'ada@example.org'])
    await callerOf(null).signIn.choosePassword({ purpose: 'invitation', token, password: NEXT })
    await expect(signIn({ slug: msp.slug, loginName: 'newcomer', password: NEXT }, from)).resolves.toBeTruthy()
  })

  test('whoever was handed a password is told without a link; whoever is not to be told, is not', async () => {
    const { msp } = world.one
    const person = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.org', role: 'licenceManager' } as const
    const { create } = callerOf(msp.admin).accounts.own
    await create({ ...person, loginName: 'handed', password: NEXT })
    await create({ ...person, loginName: 'silent', mail: 'none' })
    const mails = await asSystem((tx) => tx.mail.findMany())
    expect(mails.map(({ kind, sealed }) => [kind, sealed])).toEqual([['accountCreated', null]])
    expect(await asSystem((tx) => tx.accountToken.count())).toBe(0)
  })

  test('later means the morning of that day where the person is; a day that is over is refused', async () => {
    const { msp } = world.one
    const person = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.org', role: 'licenceManager' } as const
    const { create } = callerOf(msp.admin).accounts.own
    const on = Temporal.Now.plainDateISO('Asia/Kathmandu').add({ days: 3 })
    await create({ ...person, loginName: 'later', timeZone: 'Asia/Kathmandu', mail: 'later', mailOn: on.toString() })
    const [mail] = await asSystem((tx) => tx.mail.findMany())
    expect(mail?.dueAt.toISOString()).toBe(`${on.toString()}T02:15:00.000Z`)
    const [token] = await asSystem((tx) => tx.accountToken.findMany())
    expect(token && mail && token.expiresAt.getTime() - mail.dueAt.getTime()).toBe(72 * 3_600_000)
    for (const mailOn of ['', '2020-01-01', '9999-12-31'])
      expect(await refusal(create({ ...person, loginName: 'never', mail: 'later', mailOn }))).toMatchObject({
        code: 'mailDayMissing',
      })
  })

  test('a support engineer sends one to a colleague; a licence manager may not', async () => {
    const { msp } = world.one
    const input = { accountId: msp.admin.id }
    await callerOf(msp.accounts.supportEngineer).accounts.own.sendPasswordLink(input)
    expect(await mailed(msp.admin)).toMatchObject({ kind: 'passwordReset' })
    const refused = await refusal(callerOf(msp.accounts.licenceManager).accounts.own.sendPasswordLink(input))
    expect(refused.code).toBe('notAllowed')
  })

  test('disabling an account cancels the mails that wait for it', async () => {
    const { msp } = world.one
    const { sendPasswordLink, setEnabled } = callerOf(msp.admin).accounts.own
    const input = { accountId: msp.accounts.licenceManager.id }
    await sendPasswordLink(input)
    await setEnabled({ ...input, isEnabled: false })
    const mails = await asSystem((tx) => tx.mail.findMany())
    expect(mails.map(({ state, sealed }) => [state, sealed])).toEqual([['cancelled', null]])
    expect((await refusal(sendPasswordLink(input))).code).toBe('accountDisabled')
  })
})
