import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Prisma } from '@/prisma/generated/client'
import { inScope } from '@/server/db/scoped'
import { asSystem } from '@/server/db/system'
import { stranger } from '@/server/features/keys/testing'
import { drain } from '@/server/jobs/loop'
import { demand } from '@/server/lib/result'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'
import { claimed, poolsFor } from './bulk-plan'
import { bulkEffect } from './bulk-rules'
import { byJob } from './by'
import { loadLicences } from './load'
import { modify } from './rules'
import { allocate, herd, plan, product } from './testing'
import { writeEffects } from './write'

let database: TestDatabase
let world: World
let productId: string
/** Issue such licences; an ordinary one; a trial of the same product. */
let plans: { managed: string; plain: string; trial: string }
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
  const { sibling } = world.one
  productId = await product(world.one, { manageable: true, kind: 'software' })
  await allocate(sibling, productId, 1000)
  await allocate(sibling, productId, 1000, { version: 'trial' })
  plans = {
    managed: await plan(sibling, productId, { managed: true, enabled: false }),
    plain: await plan(sibling, productId),
    trial: await plan(sibling, productId, { version: 'trial' }),
  }
})
afterAll(() => database.drop())

const superuser = (text: string, values: unknown[] = []) => sql(database.superuserUrl, text, values)
const msp = () => callerOf(world.one.sibling.admin)
const top = () => callerOf(world.one.top.admin)
const centre = () => idOf(world.one.top, 'dataCentre')

/** What a call ends in: its refusal, or that it is done. */
const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    () => refusal(call).then(({ code }) => code),
  )

const set = (was: string | null, dataCentreId: string | null) =>
  top().partners.setRemoteManagement({ companyId: world.one.sibling.id, was, dataCentreId })
const end = () => codeOf(set(centre(), null))
const isGiven = async () =>
  (await top().partners.permissions({ companyId: world.one.sibling.id })).dataCentreId !== null

/** As at first: remote management is there, nobody uses it. */
async function restore(): Promise<void> {
  const { scope } = world.one.sibling
  await superuser('update service_plan set enabled = false where id = $1', [plans.managed])
  await superuser('update subscription set managed = false where starts_with(scope, $1) and managed', [scope])
  if (!(await isGiven())) await set(null, centre())
}

/** Customers with an ordinary licence each. */
async function customers(count: number, planId = plans.plain) {
  const made = await herd(world.one.sibling, count)
  for (const { id: companyId } of made) await msp().licences.assign({ companyId, wishes: [{ planId, units: 1 }] })
  return Promise.all(
    made.map(async ({ id: companyId }) => {
      const [licence] = await msp().licences.ofCustomer({ companyId })
      return { companyId, subscriptionId: licence?.subscriptionId ?? '' }
    }),
  )
}

const managedOf = (ids: readonly string[]) =>
  asSystem((tx) => tx.subscription.count({ where: { id: { in: [...ids] }, managed: true } }))

async function begin({ companyId, subscriptionId }: { companyId: string; subscriptionId: string }): Promise<string> {
  const licence = (await msp().licences.ofCustomer({ companyId })).find((one) => one.subscriptionId === subscriptionId)
  const revision = licence?.revision ?? 0
  return codeOf(msp().licences.modify({ companyId, subscriptionId, revision, changes: { managed: true } }))
}

/** A preview of making these managed remotely; what carries it out and what became of its first row. */
async function bulk(ids: string[]): Promise<() => Promise<string>> {
  const selection = { kind: 'licences' as const, ids }
  const planned = await msp().licences.modifyMany.plan({ selection, changes: { managed: true } })
  return () => carriedOut(planned.operationId, msp().licences.modifyMany.carryOut)
}

async function carriedOut(operationId: string, carryOut: (form: { operationId: string }) => Promise<unknown>) {
  await carryOut({ operationId })
  await drain()
  const [item] = await asSystem((tx) => tx.operationItem.findMany({ where: { operationId }, orderBy: { ref: 'asc' } }))
  return item?.code ?? 'done'
}

test('remote management ends or a licence begins with it, sixty times at once: never both', async () => {
  const [one = { companyId: '', subscriptionId: '' }] = await customers(1)
  for (let round = 0; round < 60; round += 1) {
    await restore()
    const [ended, begun] = round % 2 ? await both(end, () => begin(one)) : await both(() => begin(one), end, true)
    expect([ended, begun]).toEqual(
      ended === 'done' ? ['done', 'remoteManagementOff'] : ['remoteManagementInUse', 'done'],
    )
    expect(await managedOf([one.subscriptionId])).toBe((await isGiven()) ? 1 : 0)
  }
}, 120_000)

test('nor when bulk work does it, twenty times', async () => {
  const ids = (await customers(4)).map(({ subscriptionId }) => subscriptionId)
  for (let round = 0; round < 20; round += 1) {
    await restore()
    const carryOut = await bulk(ids)
    const [ended, begun] = await both(end, carryOut)
    expect([ended, begun]).toEqual(
      ended === 'done' ? ['done', 'remoteManagementOff'] : ['remoteManagementInUse', 'done'],
    )
    expect(await managedOf(ids)).toBe((await isGiven()) ? ids.length : 0)
  }
}, 120_000)

/** Both at once; their outcomes in this order, or the other way round. */
async function both(first: () => Promise<string>, second: () => Promise<string>, turned = false) {
  const outcomes = await Promise.all([first(), second()])
  return turned ? outcomes.reverse() : outcomes
}

/** How many wait for a lock that somebody else holds. */
async function waiting(): Promise<number> {
  const [row] = await superuser(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return Number(row?.count)
}
const somebodyWaits = () => expect.poll(waiting, { timeout: 20_000, interval: 20 }).toBe(1)

type Control = { name: string; count: number; lock: true | 'withManager' }
const WAYS: Control[] = [
  { name: 'one licence, without the lock', count: 1, lock: true },
  { name: 'one licence', count: 1, lock: 'withManager' },
  { name: 'bulk work, without the lock', count: 3, lock: true },
  { name: 'bulk work', count: 3, lock: 'withManager' },
]

/** The two steps of a command by hand: between its question and its answer, somebody takes remote management away. */
async function overtaken(ids: readonly string[], lock: Control['lock']) {
  const change = { kind: 'licenceModify', changes: { managed: true } } as const
  const which = Prisma.sql`s.id = any (${[...ids]}::uuid[])`
  const ending = await inScope(world.one.sibling.scope, 'write', async (tx) => {
    const held = await loadLicences(tx, which, { lock })
    const pools = await poolsFor(tx, held, true)
    const rows = held.map((one) => {
      const decision = ids.length > 1 ? bulkEffect(change, one, one.today) : modify(one, { managed: true }, one.today)
      return { held: one, effect: demand(claimed(one, decision, pools)) }
    })
    const call = end()
    if (lock === true) await call
    else await somebodyWaits()
    await writeEffects(tx, byJob('licence.modify'), rows)
    return { call }
  })
  return ending.call
}

test.each(WAYS)('the control, $name: whoever holds the MSP is not overtaken, whoever does not is', async (way) => {
  await restore()
  const ids = (await customers(way.count)).map(({ subscriptionId }) => subscriptionId)
  expect(await overtaken(ids, way.lock)).toBe(way.lock === true ? 'done' : 'remoteManagementInUse')
  // Without the lock both have succeeded: licences are managed remotely, and the MSP manages nothing.
  expect(await managedOf(ids)).toBe(ids.length)
  expect(await isGiven()).toBe(way.lock === 'withManager')
})

type Held = { companyId: string; subscriptionId: string }
const onlyOne = async (planId = plans.plain): Promise<Held> => {
  const [one] = await customers(1, planId)
  if (!one) throw new Error('a customer was made')
  return one
}
const wishes = () => [{ planId: plans.managed, units: 1 }] as [{ planId: string; units: number }]

/** A customer of another MSP, managed remotely there. */
async function managedElsewhere(): Promise<string> {
  const { msp: other } = world.one
  const planId = await plan(other, productId, { managed: true })
  await superuser('delete from allocation where scope = $1 and product_id = $2', [other.scope, productId])
  await allocate(other, productId, 10)
  const [{ id: companyId } = { id: '' }] = await herd(other, 1)
  await callerOf(other.admin).licences.assign({ companyId, wishes: [{ planId, units: 1 }] })
  return companyId
}

/** Every way to make a customer managed remotely: made ready, then done, with the refusal it ends in when that is no more. */
const WAYS_IN: Record<string, { refused: string; ready: () => Promise<() => Promise<string>> }> = {
  'a licence is changed': {
    refused: 'remoteManagementOff',
    ready: async () => {
      const one = await onlyOne()
      return () => begin(one)
    },
  },
  'licences are changed in bulk': {
    refused: 'remoteManagementOff',
    ready: async () => bulk([(await onlyOne()).subscriptionId]),
  },
  'a plan is assigned': {
    refused: 'planDisabled',
    ready: async () => {
      const [{ id: companyId } = { id: '' }] = await herd(world.one.sibling, 1)
      return () => codeOf(msp().licences.assign({ companyId, wishes: wishes() }))
    },
  },
  'a plan is assigned in bulk': {
    refused: 'planDisabled',
    ready: async () => {
      const ids = (await herd(world.one.sibling, 2)).map(({ id }) => id)
      const planned = await msp().licences.assignMany.plan({ selection: { kind: 'ids', ids }, wishes: wishes() })
      return () => carriedOut(planned.operationId, msp().licences.assignMany.carryOut)
    },
  },
  'a trial is converted': {
    refused: 'planDisabled',
    ready: async () => {
      const one = await onlyOne(plans.trial)
      return () => codeOf(msp().licences.convert({ ...one, revision: 1, planId: plans.managed }))
    },
  },
  'a customer comes with its plans': {
    refused: 'planDisabled',
    ready: async () => {
      const { company, account } = stranger()
      const { password: _, ...person } = account
      const form = { portal: 'lmp' as const, company: { ...company, slug: account.loginName }, account: person }
      return () => codeOf(msp().customers.create({ ...form, plans: wishes() }))
    },
  },
  'a key is redeemed': {
    refused: 'registrationClosed',
    ready: async () => {
      const { keys } = await msp().keys.generate({ planId: plans.managed, count: 1, units: 1 })
      const { company, account } = stranger()
      const who = { kind: 'new' as const, company, account }
      return () => codeOf(callerOf(null).register.redeem({ key: keys[0] ?? '', who, accepted: true }))
    },
  },
  'a customer moves in': {
    refused: 'remoteManagementOff',
    ready: async () => {
      const companyId = await managedElsewhere()
      return () => codeOf(top().moves.carryOut({ companyId, toId: world.one.sibling.id, plans: [] }))
    },
  },
}

test.each(Object.entries(WAYS_IN))('%s: it waits for whoever decides about the MSP', async (_, { ready, refused }) => {
  await restore()
  const { scope } = world.one.sibling
  await superuser('update service_plan set enabled = true where id = $1', [plans.managed])
  const go = await ready()
  const before = await asSystem((tx) => tx.company.count({ where: { parentScope: scope, managed: true } }))
  const decider = new Client({ connectionString: database.superuserUrl })
  await decider.connect()
  try {
    await decider.query('begin')
    // Weaker than what deciding takes: rows that only name the MSP as theirs do not wait for this.
    await decider.query('select 1 from company where scope = $1 for no key update', [scope])
    const outcome = go()
    await somebodyWaits()
    await decider.query('update service_plan set enabled = false where id = $1', [plans.managed])
    await decider.query('update msp_permission set data_centre_id = null, data_centre_scope = null where scope = $1', [
      scope,
    ])
    await decider.query('commit')
    expect(await outcome).toBe(refused)
  } finally {
    await decider.end()
  }
  expect(await asSystem((tx) => tx.company.count({ where: { parentScope: scope, managed: true } }))).toBe(before)
})
