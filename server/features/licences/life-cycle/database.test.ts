import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { env } from '@/server/env'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld } from '@/server/testing/world'
import { compare, recount } from './compare-testing'
import { beginLife, type Counter, dayOf, openCounter, POOLS, type Real } from './counter-testing'
import { toNumber } from './model'
import { Shop } from './shop'
import { BUYERS, lives, type Step } from './steps-testing'

const LIVES = 20 * env.SOAK

let database: TestDatabase | undefined
afterEach(() => database?.drop())

/** What the lives came across, so that a test of nothing would be noticed. */
const seen = new Map<string, number>()

async function codeOf(call: Promise<unknown>): Promise<string | null> {
  const isDone = await call.then(
    () => true,
    () => false,
  )
  return isDone ? null : (await refusal(call)).code
}

/** The steps of one life, in the database and in the model, compared after each. */
async function live(real: Real, steps: readonly Step[]): Promise<void> {
  const pools = new Map(Object.entries(POOLS).map(([key, pool]) => [key, { ...pool }]))
  const shop = new Shop(toNumber(await dayOf(real)), BUYERS, pools)
  for (const step of steps) {
    const code = await codeOf(step.real(real, shop))
    const answer = step.model(shop)
    expect([step.name, code]).toEqual([step.name, answer])
    const what = `${step.name.split(' ')[0]}: ${answer ?? 'done'}`
    seen.set(what, (seen.get(what) ?? 0) + 1)
    shop.remember()
    await compare(real, shop)
  }
  await recount(real)
}

/** Lives of one partner, one after the other, each from another day on. */
function livesOf(counter: Counter) {
  let last: Real | null = null
  return fc.asyncProperty(fc.nat({ max: 800 }), lives, async (startsIn, steps) => {
    last = await beginLife(counter, last, BUYERS, startsIn)
    await live(last, steps)
  })
}

async function openShop(): Promise<Counter> {
  database = await testDatabase()
  return openCounter(database, await makeWorld())
}

test(
  'whatever people and days do, the database keeps what the model says: licences, versions, pools, figures',
  async () => {
    await fc.assert(livesOf(await openShop()), {
      ...{ numRuns: LIVES, endOnFailure: env.SOAK === 1 },
      // A busy machine compares fewer.
      interruptAfterTimeLimit: 60_000 * env.SOAK,
    })
    const must = ['assign', 'pass', 'modify', 'renew', 'suspend', 'convert', 'disable'].map((kind) => `${kind}: done`)
    expect(must.filter((what) => !seen.has(what))).toEqual([])
  },
  300_000 * env.SOAK,
)

const edited = (name: string, from: string, to: string) =>
  `do $$ begin execute replace(pg_get_functiondef('${name}'::regproc), '${from}', '${to}'); end $$`

test.each([
  [
    'a status that lasts a day too long',
    edited('licence_status_on', 'today < ends_on + grace', 'today <= ends_on + grace'),
  ],
  [
    'figures that do not follow the days',
    edited('roll_licences', 's.next_change_on <=', 'false and s.next_change_on <='),
  ],
  ['figures that do not follow what is used', 'alter table licence disable trigger licence_used'],
  ['units that stay taken', edited('subscription_count', "in (''cancelled'', ''expired'')", "in (''cancelled'')")],
  ['a state that is not kept', edited('subscription_changed', 'set valid_to = app_now()', 'set valid_to = valid_to')],
  ['customers of a plan that are not counted', edited('subscription_changed', 'p.customers + n.count', 'p.customers')],
])(
  'the comparison notices %s',
  async (_, broken) => {
    const counter = await openShop()
    await sql(counter.database.superuserUrl, broken)
    expect((await fc.check(livesOf(counter), { numRuns: 100, endOnFailure: true })).failed).toBe(true)
  },
  120_000,
)
