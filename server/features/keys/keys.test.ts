import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/server/db/system'
import { DISTANT } from '@/server/features/keys/testing'
import { drain } from '@/server/jobs/loop'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { letDaysPass } from '@/server/testing/days'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'
import { maskedKey, readKey } from './form'
import { KEY_STATUSES, keyStatusOf } from './rules'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const as = (place: keyof World['one'], channel: keyof World = 'one') => callerOf(world[channel][place].admin)
const planOf = (place: keyof World['one'], what = 'freshPlan', channel: keyof World = 'one') =>
  idOf(world[channel][place], what)
const generate = (count: number, over: object = {}) =>
  as('msp').keys.generate({ planId: planOf('msp'), count, units: 5, ...over })
const idsOf = async (batch: string) => {
  const { rows } = await as('msp').keys.list({ filter: { batch }, limit: 200 })
  return rows.map(({ id }) => id)
}
const logsOf = (targetId: string) =>
  asSystem((tx) => tx.logEntry.findMany({ where: { targetId, targetType: 'key' }, orderBy: { id: 'asc' } }))

test('keys are generated all at once, different ones, and shown in clear this once', async () => {
  const { keys, planName } = await generate(2_000, { batch: 'Spring', redemptions: 3 })
  expect(new Set(keys).size).toBe(2_000)
  expect(keys.every((key) => readKey(key) !== null)).toBe(true)
  const { rows } = await as('msp').keys.list({ filter: { batch: 'spring' } })
  const all = new Set(keys.map((key) => key.slice(-4)))
  expect(rows[0]).toMatchObject({
    planName,
    units: 5,
    redemptions: 3,
    redeemed: 0,
    status: 'available',
    batch: 'Spring',
  })
  expect(rows.every(({ lastFour }) => all.has(lastFour))).toBe(true)
  expect(await as('msp').keys.count({ filter: { batch: 'Spring' } })).toBe(2_000)
  const [entry] = await asSystem((tx) =>
    tx.logEntry.findMany({
      where: { action: 'key.create', targetId: planOf('msp') },
      orderBy: { id: 'desc' },
      take: 1,
    }),
  )
  expect(entry?.after).toMatchObject({ count: 2_000, units: 5, batch: 'Spring' })
})

test('the list has all pages in both directions, each key once', async () => {
  await generate(23, { batch: 'pages' })
  const filter = { batch: 'pages' }
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<ReturnType<typeof as>['keys']['list']>> = await as('msp').keys.list({
      filter,
      limit: 5,
      ...(after ? { after } : {}),
    })
    seen.push(...page.rows.map(({ id }) => id))
    after = page.after
  } while (after !== null)
  expect(new Set(seen).size).toBe(23)
  expect(seen).toEqual([...seen].sort().reverse())
  const last = await as('msp').keys.list({ filter, limit: 5, after: seen[9] ?? '' })
  const back = await as('msp').keys.list({ filter, limit: 5, before: last.before ?? '' })
  expect(back.rows.map(({ id }) => id)).toEqual(seen.slice(5, 10))
})

test('a key is found when it is typed whole, however sloppily, or by how it ends', async () => {
  const { keys } = await generate(3, { batch: 'found' })
  const [key = ''] = keys
  const whole = await as('msp').keys.list({ filter: { q: key.toLowerCase().replaceAll('-', ' ') } })
  expect(whole.rows).toHaveLength(1)
  const end = await as('msp').keys.list({ filter: { q: key.slice(-4) } })
  expect(end.rows.map(({ id }) => id)).toContain(whole.rows[0]?.id)
  const shorter = await as('msp').keys.list({ filter: { q: key.slice(-2), batch: 'found' } })
  expect(shorter.rows.map(({ id }) => id)).toContain(whole.rows[0]?.id)
  expect((await as('sibling').keys.list({ filter: { q: key } })).rows).toEqual([])
})

test('the status of the database is that of the rule, on every day around the end', async () => {
  const today = await asSystem(async (tx) => {
    const [row] = await tx.$queryRaw<{ day: string }[]>`select company_today(${world.one.msp.scope})::text as day`
    return row?.day ?? ''
  })
  await generate(6, { batch: 'status', redemptions: 2, expiresOn: DISTANT })
  const ids = await idsOf('status')
  const states = [
    'redeemed = 0',
    'redeemed = 1',
    'redeemed = 2',
    'cancelled_at = now()',
    `expires_on = '${today}'::date + 1`,
    `redeemed = 1, expires_on = '${today}'::date + 1`,
  ]
  for (const [i, state] of states.entries()) {
    await sql(database.superuserUrl, `update registration_key set ${state} where id = $1`, [ids[i]])
  }
  for (const days of [0, 1, 2]) {
    await letDaysPass(database, days)
    const day = await asSystem(async (tx) => {
      const [row] = await tx.$queryRaw<{ day: string }[]>`select company_today(${world.one.msp.scope})::text as day`
      return row?.day ?? ''
    })
    const { rows } = await as('msp').keys.list({ filter: { batch: 'status' } })
    expect(rows).toHaveLength(6)
    for (const row of rows) {
      expect(row.status).toBe(keyStatusOf({ ...row, isCancelled: row.cancelledAt !== null }, day))
      for (const status of KEY_STATUSES) {
        const found = await as('msp').keys.list({ filter: { batch: 'status', status: [status] } })
        expect(found.rows.some(({ id }) => id === row.id)).toBe(status === row.status)
      }
    }
  }
  await letDaysPass(database, 0)
})

test('revealing shows the key and writes down who saw it', async () => {
  const { keys } = await generate(1, { batch: 'reveal' })
  const [keyId = ''] = await idsOf('reveal')
  expect(await as('msp').keys.reveal({ keyId })).toEqual({ key: keys[0] })
  const [entry] = await logsOf(keyId)
  expect(entry).toMatchObject({
    action: 'key.view',
    accountId: world.one.msp.admin.id,
    targetName: maskedKey(keys[0]?.slice(-4) ?? ''),
    address: '192.0.2.1',
  })
  expect(await refusal(as('sibling').keys.reveal({ keyId }))).toMatchObject({ code: 'notFound' })
  expect(await refusal(as('msp').keys.reveal({ keyId: idOf(world.two.msp, 'key') }))).toMatchObject({
    code: 'notFound',
  })
})

test('no key stands anywhere in the database in clear, nor can rows exchange theirs', async () => {
  const { keys } = await generate(2, { batch: 'secret' })
  const bodies = keys.map((key) => readKey(key) ?? key)
  const dump = await sql<{ row: string }>(
    database.superuserUrl,
    `select k::text || encode(k.sealed, 'escape') || encode(k.lookup, 'escape') as row from registration_key k
     union all select l::text from log_entry l union all select o::text from operation o`,
  )
  const text = dump.map(({ row }) => row).join('\n')
  for (const secret of [...keys, ...bodies, ...bodies.map((body) => Buffer.from(body).toString('hex'))]) {
    expect(text.includes(secret)).toBe(false)
  }
  const [one = '', two = ''] = await idsOf('secret')
  await sql(
    database.superuserUrl,
    'update registration_key set sealed = (select sealed from registration_key where id = $2) where id = $1',
    [one, two],
  )
  await expect(as('msp').keys.reveal({ keyId: one })).rejects.toThrow()
})

test.each([
  ['another tenant’s plan', 'msp', () => planOf('msp', 'freshPlan', 'two'), 'notFound'],
  ['a sibling’s plan', 'msp', () => planOf('sibling'), 'notFound'],
  ['a parent’s plan that was not given to it', 'msp', () => planOf('top'), 'planNotGranted'],
  ['a locked plan', 'msp', () => planOf('msp', 'lockedPlan'), 'planLocked'],
] as const)('no keys are generated for %s', async (_, place, plan, code) => {
  expect(await refusal(as(place).keys.generate({ planId: plan(), count: 1, units: 1 }))).toMatchObject({ code })
})

test('a reseller generates keys for a plan it was given, and is offered just those plans', async () => {
  const offered = await as('reseller').keys.plans({})
  expect(offered.map(({ id }) => id)).toContain(planOf('top'))
  expect(offered.map(({ id }) => id)).not.toContain(planOf('top', 'lockedPlan'))
  const { keys } = await as('reseller').keys.generate({ planId: planOf('top'), count: 2, units: 1 })
  expect(keys).toHaveLength(2)
  expect((await as('msp').keys.plans({})).every(({ id }) => id !== planOf('top'))).toBe(true)
})

test.each([
  [{ count: 0 }, 'count'],
  [{ count: 10_001 }, 'count'],
  [{ units: 0 }, 'units'],
  [{ units: 1_000_000 }, 'units'],
  [{ redemptions: 1_000 }, 'redemptions'],
  [{ expiresOn: '2026-02-30' }, 'expiresOn'],
])('what no key can be is refused at its field: %j', async (over, path) => {
  const { issues } = await refusal(generate(1, over))
  expect(issues?.map((issue) => issue.path)).toEqual([path])
})

test('keys do not end before they begin, nor after ten years', async () => {
  expect(await refusal(generate(1, { expiresOn: '2020-01-01' }))).toMatchObject({
    code: 'endInPast',
    field: 'expiresOn',
  })
  expect(await refusal(generate(1, { expiresOn: '2999-01-01' }))).toMatchObject({
    code: 'endTooFar',
    field: 'expiresOn',
  })
})

test('cancelling is previewed with reasons, then done exactly so; what was used meanwhile is left out', async () => {
  await generate(5, { batch: 'cancel', redemptions: 2 })
  const ids = await idsOf('cancel')
  const [used = '', gone = '', moved = ''] = ids
  await sql(database.superuserUrl, 'update registration_key set redeemed = 2 where id = $1', [used])
  await sql(database.superuserUrl, 'update registration_key set cancelled_at = now() where id = $1', [gone])
  const selection = { kind: 'ids' as const, ids: [...ids, idOf(world.two.msp, 'key')] }
  const plan = await as('msp').keys.cancelMany.plan({ selection })
  expect(plan).toMatchObject({ total: 6, willChange: 3, redemptions: 6 })
  expect(plan.refused).toEqual(
    expect.arrayContaining([
      { code: 'keyUsedUp', count: 1 },
      { code: 'keyCancelled', count: 1 },
      { code: 'notFound', count: 1 },
    ]),
  )
  await sql(database.superuserUrl, 'update registration_key set redeemed = 1 where id = $1', [moved])
  await as('msp').keys.cancelMany.carryOut({ operationId: plan.operationId })
  await drain()
  const operation = await as('msp').operations.get({ operationId: plan.operationId })
  expect(operation).toMatchObject({ state: 'done', done: 2, refused: 4 })
  const after = await as('msp').keys.list({ filter: { batch: 'cancel', status: ['cancelled'] } })
  expect(after.rows).toHaveLength(3)
  expect(await refusal(as('msp').keys.cancelMany.carryOut({ operationId: plan.operationId }))).toMatchObject({
    code: 'operationNotReady',
  })
})

test('cancelling by filter leaves out what was unticked, and only cancelled keys go from the list', async () => {
  await generate(4, { batch: 'filter' })
  const [keep = ''] = await idsOf('filter')
  const selection = { kind: 'matching' as const, filter: { batch: 'filter' }, except: [keep] }
  const { operationId, willChange } = await as('msp').keys.cancelMany.plan({ selection })
  expect(willChange).toBe(3)
  await as('msp').keys.cancelMany.carryOut({ operationId })
  await drain()
  const everything = { kind: 'matching' as const, filter: { batch: 'filter' } }
  expect(await as('msp').keys.removeCancelled({ selection: everything })).toEqual({ removed: 3 })
  expect(await idsOf('filter')).toEqual([keep])
  expect(await refusal(as('msp').keys.removeCancelled({ selection: everything }))).toMatchObject({
    code: 'keyNotCancelled',
  })
})

test('a parent sees the keys of its channel; it cannot cancel those of a suspended partner', async () => {
  const key = idOf(world.one.suspended, 'key')
  const { rows } = await as('top').keys.list({ filter: {}, limit: 200 })
  expect(rows.map(({ id }) => id)).toContain(key)
  const plan = await as('top').keys.cancelMany.plan({ selection: { kind: 'ids', ids: [key] } })
  expect(plan.refused).toEqual([{ code: 'targetSuspended', count: 1 }])
  expect(await refusal(as('suspended').keys.reveal({ keyId: key }))).toMatchObject({ code: 'companySuspended' })
})
