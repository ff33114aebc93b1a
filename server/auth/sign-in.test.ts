import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { asSystem } from '@/server/db/system'
import { DomainError } from '@/server/lib/errors'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, WORLD_PASSWORD, type World, type WorldAccount, type WorldCompany } from '@/server/testing/world'
import { actorOf } from './actor'
import { signIn } from './sign-in'
import { ATTEMPTS, WAIT_MINUTES } from './throttle'

const argon2 = vi.hoisted(() => ({ hashes: [] as string[] }))
vi.mock('@node-rs/argon2', async (importOriginal) => {
  const original = await importOriginal<typeof import('@node-rs/argon2')>()
  const verify: typeof original.verify = (hash, ...rest) => {
    argon2.hashes.push(String(hash))
    return original.verify(hash, ...rest)
  }
  return { ...original, verify }
})

let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await asSystem((tx) => tx.throttle.deleteMany({}))
  argon2.hashes.length = 0
})

let lastAddress = 0
const somewhere = () => ({ address: `198.51.100.${++lastAddress % 250}`, userAgent: 'test' })

const enter = (door: WorldCompany, account: Pick<WorldAccount, 'loginName'>, password = WORLD_PASSWORD) =>
  signIn({ slug: door.slug, loginName: account.loginName, password }, somewhere())

async function refusalOf(attempt: Promise<unknown>): Promise<{ code: string; params: object }> {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof DomainError)) throw new Error(`not refused: ${String(error)}`)
  return { code: error.code, params: error.params }
}

describe('whose page signs in whom', () => {
  test('a company signs in its own accounts and those of everything below it', async () => {
    const { top, msp, customer } = world.one
    for (const door of [top, msp, customer]) {
      const session = await actorOf(await enter(door, customer.admin))
      expect(session?.actor.accountId).toBe(customer.admin.id)
    }
  })

  test('never those beside it, above it or in another channel', async () => {
    const { top, msp, sibling, customer } = world.one
    for (const [door, account] of [
      [sibling, customer.admin],
      [customer, msp.admin],
      [msp, top.admin],
      [world.two.top, customer.admin],
    ] as const) {
      expect(await refusalOf(enter(door, account))).toEqual({ code: 'wrongCredentials', params: {} })
    }
  })

  test('login name and address name forgive case and spaces around', async () => {
    const { msp } = world.one
    const input = { slug: ` ${msp.slug.toUpperCase()} `, loginName: ` ${msp.admin.loginName.toUpperCase()} ` }
    await expect(signIn({ ...input, password: WORLD_PASSWORD }, somewhere())).resolves.toMatch(/^[0-9a-f-]{36}$/)
  })

  test('signing in is remembered: when, and from where', async () => {
    const { msp } = world.one
    const id = await signIn(
      { slug: msp.slug, loginName: msp.accounts.licenceManager.loginName, password: WORLD_PASSWORD },
      { address: '203.0.113.7', userAgent: 'Firefox' },
    )
    const [row] = await sql<{ address: string; userAgent: string; seen: boolean }>(
      database.superuserUrl,
      `select s.address, s.user_agent as "userAgent", a.last_sign_in_at > now() - interval '1 minute' as seen
       from session s join account a on a.id = s.account_id where s.id = $1`,
      [id],
    )
    expect(row).toEqual({ address: '203.0.113.7', userAgent: 'Firefox', seen: true })
  })
})

describe('equal answers', () => {
  const wrong = 'not the password at all'

  test('wrong password, unknown name, unknown company, disabled account, cancelled and disabled company', async () => {
    const { msp, cancelled, cancelledCustomer, disabledCustomer } = world.one
    const attempts = [
      () => enter(msp, msp.admin, wrong),
      () => enter(msp, { loginName: 'nobody-here' }),
      () => enter({ ...msp, slug: 'no-such-company' }, msp.admin),
      () => enter({ ...msp, slug: '' }, msp.admin),
      () => enter(msp, msp.disabledAccount),
      () => enter(msp, msp.disabledAccount, wrong),
      () => enter(cancelled, cancelled.admin),
      () => enter(cancelledCustomer, cancelledCustomer.admin),
      () => enter(disabledCustomer, disabledCustomer.admin),
    ]
    for (const attempt of attempts) {
      argon2.hashes.length = 0
      expect(await refusalOf(attempt())).toEqual({ code: 'wrongCredentials', params: {} })
      // The same work: one check of one hash of the same cost.
      expect(argon2.hashes.map((hash) => hash.split('$').slice(0, 4).join('$'))).toEqual([
        '$argon2id$v=19$m=19456,t=2,p=1',
      ])
    }
  })

  test('an account without a password is as good as unknown', async () => {
    const { reseller } = world.one
    await sql(database.superuserUrl, 'update account set password_hash = null where id = $1', [reseller.admin.id])
    expect((await refusalOf(enter(reseller, reseller.admin, ''))).code).toBe('wrongCredentials')
    expect(argon2.hashes).toHaveLength(1)
  })

  test.each([
    {},
    null,
    'x',
    { slug: 'a', loginName: { $ne: '' }, password: ['x'] },
    { slug: 'a\0', loginName: 'b', password: 'c' },
    { slug: 'a', loginName: 'b', password: 'x'.repeat(1_000_000) },
  ])('hostile input %# is a wrong password', async (input) => {
    expect((await refusalOf(signIn(input, somewhere()))).code).toBe('wrongCredentials')
  })

  test('half a surrogate pair is a wrong password', async () => {
    const { msp } = world.one
    expect((await refusalOf(enter(msp, { loginName: '\ud800abc' }, '\udfff'))).code).toBe('wrongCredentials')
  })
})

describe('throttle', () => {
  const locked = { code: 'signInLocked', params: { minutes: WAIT_MINUTES } }

  async function exhaust(door: WorldCompany, loginName: string): Promise<void> {
    for (let i = 0; i < ATTEMPTS.account; i++) await refusalOf(enter(door, { loginName }, 'wrong password'))
  }

  test('after too many attempts an account waits, also with the right password; it says how long', async () => {
    const { msp } = world.one
    await exhaust(msp, msp.admin.loginName)
    expect(await refusalOf(enter(msp, msp.admin))).toEqual(locked)
    // Nobody else is kept out.
    await expect(enter(msp, msp.accounts.billingManager)).resolves.toBeTypeOf('string')
  })

  test('an unknown name is locked alike, at every page of the channel', async () => {
    const { msp, top } = world.one
    await exhaust(msp, 'nobody-here')
    await exhaust(msp, msp.admin.loginName)
    for (const door of [msp, top]) {
      expect(await refusalOf(enter(door, { loginName: 'nobody-here' }))).toEqual(locked)
      expect(await refusalOf(enter(door, msp.admin))).toEqual(locked)
    }
  })

  test('a success in between clears the count', async () => {
    const { msp } = world.one
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < ATTEMPTS.account - 1; i++) await refusalOf(enter(msp, msp.admin, 'wrong password'))
      await expect(enter(msp, msp.admin)).resolves.toBeTypeOf('string')
    }
  })

  test('attempts at once are counted one by one', async () => {
    const { msp } = world.one
    const attempts = Array.from({ length: ATTEMPTS.account * 3 }, () =>
      refusalOf(enter(msp, msp.admin, 'wrong password')),
    )
    const codes = (await Promise.all(attempts)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'wrongCredentials')).toHaveLength(ATTEMPTS.account)
    expect(argon2.hashes).toHaveLength(ATTEMPTS.account)
  })

  test('an address that tries many names waits as well, and its network with it', async () => {
    const { msp } = world.one
    const from = (tail: string) => ({ address: `2001:db8:0:7::${tail}`, userAgent: '' })
    await asSystem((tx) =>
      tx.throttle.createMany({
        data: [{ key: 'address:2001:db8:0:7', points: ATTEMPTS.address, expire: BigInt(Date.now() + 60_000) }],
      }),
    )
    const right = { slug: msp.slug, loginName: msp.admin.loginName, password: WORLD_PASSWORD }
    expect((await refusalOf(signIn(right, from('1')))).code).toBe('signInLocked')
    expect((await refusalOf(signIn(right, from('ffff:2')))).code).toBe('signInLocked')
    await expect(signIn(right, { address: '2001:db8:0:8::1', userAgent: '' })).resolves.toBeTypeOf('string')
  })

  test('when attempts cannot be counted, nobody signs in', async () => {
    const { msp } = world.one
    await sql(database.superuserUrl, 'alter table throttle rename to throttle_away')
    try {
      await expect(enter(msp, msp.admin)).rejects.toThrow()
      expect(argon2.hashes).toEqual([])
    } finally {
      await sql(database.superuserUrl, 'alter table throttle_away rename to throttle')
    }
    await expect(enter(msp, msp.admin)).resolves.toBeTypeOf('string')
  })
})
