import { afterAll, beforeAll, expect, test } from 'vitest'
import { inScope } from '@/server/db/scoped'
import { asSystem } from '@/server/db/system'
import { allocate, herd, plan, product } from '@/server/features/licences/testing'
import { foldTally } from '@/server/jobs/fold-tally'
import { passLicenceDays } from '@/server/jobs/licence-days'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { letDaysPass } from '@/server/testing/days'
import { makeWorld, type World, type WorldCompany } from '@/server/testing/world'
import { keptOf } from './kept'
import { type Counted, countedPlainly, keptEverywhere } from './plainly-testing'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const asLines = (counted: readonly Counted[]) =>
  counted.map((one) => [one.scope, one.figure, one.key, one.count].join(' '))
const kept = async () => asLines(await asSystem(keptEverywhere))
const plainly = async () => asLines(await asSystem(countedPlainly))

/** The same numbers for the same seed: what fails can be tried again. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

test('a world as it is written is counted right', async () => {
  expect(await kept()).toEqual(await plainly())
  expect(new Set((await kept()).map((line) => line.split(' ')[1]))).toEqual(
    new Set(['customer', 'partner', 'created', 'bits', 'expiry', 'product', 'term']),
  )
})

/** Places that manage customers, with plans of the same two products, and a herd each. */
async function shop() {
  const { one } = world
  const places: WorldCompany[] = [one.top, one.msp, one.sibling]
  const products = [await product(one), await product(one)]
  const plans = new Map<string, string[]>()
  const herds: { id: string; scope: string }[] = []
  for (const place of places) {
    const made: string[] = []
    for (const productId of products) {
      if (place.kind === 'msp') {
        await allocate(place, productId, 1_000_000)
        await allocate(place, productId, 1_000_000, { version: 'trial' })
      }
      made.push(await plan(place, productId, { autoRenew: true, initialMonths: 1, renewMonths: 1, noticeDays: 7 }))
      made.push(await plan(place, productId, { graceDays: 5, initialMonths: 3 }))
      made.push(await plan(place, productId, { version: 'trial' }))
    }
    plans.set(place.id, made)
    herds.push(...(await herd(place, 6)))
  }
  return { places, plans, herds }
}

type Form = { companyId: string; subscriptionId: string; revision: number }

test('after any series of changes and days, what is kept is what there is', async () => {
  const roll = dice(20261121)
  const { places, plans, herds } = await shop()
  const top = callerOf(world.one.top.admin)
  const one = <T>(list: readonly T[]): T => {
    const found = list[roll(list.length)]
    if (found === undefined) throw new Error('nothing to choose from')
    return found
  }
  const done = new Set<string>()
  let days = 0

  const customer = async () => {
    const { id } = one(herds)
    return asSystem((tx) =>
      tx.company.findUnique({ where: { id }, select: { id: true, parentScope: true, status: true } }),
    )
  }
  /** A licence that may be changed so, among the first few customers looked at. */
  const withLicence =
    (what: 'modify' | 'renew' | 'suspend' | 'resume' | 'cancel', change: (form: Form) => Promise<unknown>) =>
    async () => {
      for (let tries = 0; tries < 8; tries += 1) {
        const found = await customer()
        const licences = found ? await top.licences.ofCustomer({ companyId: found.id }) : []
        const held = licences.find(({ operations }) => operations?.[what].ok)
        if (!found || !held) continue
        await change({ companyId: found.id, subscriptionId: held.subscriptionId, revision: held.revision })
        return true
      }
      return false
    }
  const operations: Record<string, () => Promise<boolean | unknown>> = {
    create: async () => herds.push(...(await herd(one(places), 1 + roll(3)))),
    switch: async () => {
      const found = await customer()
      if (!found) return false
      return top.customers.setStatus({ companyId: found.id, to: found.status === 'enabled' ? 'disabled' : 'enabled' })
    },
    assign: async () => {
      const found = await customer()
      const place = places.find(({ scope }) => scope === found?.parentScope)
      const planId = one(plans.get(place?.id ?? '') ?? [''])
      if (!found || planId === '') return false
      const wish = { planId, units: 1 + roll(20), existing: one(['change', 'add'] as const) }
      return top.licences.assign({ companyId: found.id, wishes: [wish] })
    },
    assignMany: async () =>
      callerOf(world.one.msp.admin).licences.assign({
        companyId: (await herd(world.one.msp, 1))[0]?.id ?? '',
        wishes: (plans.get(world.one.msp.id) ?? [])
          .filter((_, at) => at % 3 === 0)
          .map((planId) => ({ planId, units: 2 })),
      }),
    modify: withLicence('modify', (held) =>
      top.licences.modify({
        ...held,
        changes: one([{ units: 1 + roll(50) }, { autoRenew: roll(2) === 0 }, { noticeDays: roll(60) }]),
      }),
    ),
    renew: withLicence('renew', (held) => top.licences.renew({ ...held, months: 1 + roll(12) })),
    suspend: withLicence('suspend', (held) => top.licences.suspend(held)),
    resume: withLicence('resume', (held) => top.licences.resume(held)),
    cancel: withLicence('cancel', (held) => top.licences.cancel(held)),
    move: async () => {
      const found = await customer()
      if (!found) return false
      return top.moves.carryOut({ companyId: found.id, toId: one(places).id, plans: [] })
    },
    days: async () => {
      days += 1 + roll(15)
      await letDaysPass(database, days)
      await passLicenceDays()
    },
    fold: () => foldTally(),
  }
  const names = Object.keys(operations)
  const missing = () => names.filter((name) => !done.has(name))
  for (let step = 0; step < 160 || (step < 800 && missing().length > 0); step += 1) {
    const name = one(names)
    const isDone = await operations[name]?.().then(
      (answer) => answer !== false,
      () => false, // refused by a rule: nothing may have changed then either
    )
    if (isDone) done.add(name)
    if (step % 20 === 19) expect(await kept(), `after step ${step}, ${name}`).toEqual(await plainly())
  }
  expect(await kept()).toEqual(await plainly())
  expect(missing()).toEqual([])
}, 240_000)

test('deleting a customer, and cancelling a partner with all that it manages, is counted', async () => {
  const { one } = world
  const top = callerOf(one.top.admin)
  await top.customers.delete({ companyId: one.clpCustomer.id, name: one.clpCustomer.name })
  await top.partners.setStatus({ companyId: one.suspended.id, to: 'cancelled', typed: one.suspended.name })
  expect(await kept()).toEqual(await plainly())
  const { partner } = await inScope(one.top.scope, 'read', (tx) =>
    keptOf(tx, one.top.scope, [{ figure: 'partner', from: 'cancelled', to: 'cancelled' }]),
  )
  expect(partner).toEqual({ cancelled: 2 })
})

test('changes at the same time, folding among them, lose and double nothing, and none waits for another', async () => {
  const { one } = world
  const at = [...(await herd(one.msp, 12)), ...(await herd(one.sibling, 12))]
  const saas = await product(one)
  for (const place of [one.msp, one.sibling]) await allocate(place, saas, 100_000)
  const planned = { [one.msp.scope]: await plan(one.msp, saas), [one.sibling.scope]: await plan(one.sibling, saas) }
  const parentOf = (scope: string) => scope.replace(/[^.]+\.$/, '')
  await Promise.all([
    ...at.map(async ({ id, scope }, n) => {
      const who = callerOf(one[n < 12 ? 'msp' : 'sibling'].admin)
      await who.licences.assign({ companyId: id, wishes: [{ planId: planned[parentOf(scope)] ?? '', units: 1 }] })
      if (n % 3 === 0) await who.customers.setStatus({ companyId: id, to: 'disabled' })
    }),
    herd(one.msp, 5),
    herd(one.top, 5),
    ...Array.from({ length: 5 }, () => foldTally()),
  ])
  await Promise.all([foldTally(), foldTally(), foldTally()])
  expect(await kept()).toEqual(await plainly())
})

test('folding changes no figure, leaves one entry for each, and none for what there is no more', async () => {
  const before = await kept()
  await foldTally()
  expect(await kept()).toEqual(before)
  const [left] = await sql<{ entries: number; empty: number }>(
    database.superuserUrl,
    'select count(*) filter (where entry > 0)::int as entries, count(*) filter (where count = 0)::int as empty from tally',
  )
  expect(left).toEqual({ entries: 0, empty: 0 })
})

test('a transaction that is undone has counted nothing', async () => {
  const before = await kept()
  await inScope(world.one.msp.scope, 'write', async (tx) => {
    await tx.company.updateMany({ where: { scope: world.one.customer.scope }, data: { status: 'disabled' } })
    expect(asLines(await keptEverywhere(tx))).not.toEqual(before.filter((line) => line.startsWith(world.one.msp.scope)))
    throw new Error('undone')
  }).catch(() => undefined)
  expect(await kept()).toEqual(before)
})

test('each sees its own figures and those below, and can write none', async () => {
  const scopesSeenBy = (place: WorldCompany) =>
    inScope(place.scope, 'read', (tx) => tx.tally.findMany({ distinct: ['scope'], select: { scope: true } }))
  expect(await scopesSeenBy(world.one.msp)).toEqual([{ scope: world.one.msp.scope }])
  expect((await scopesSeenBy(world.one.top)).every(({ scope }) => scope.startsWith(world.one.top.scope))).toBe(true)
  expect(await scopesSeenBy(world.one.customer)).toEqual([])
  const write = inScope(world.one.msp.scope, 'write', (tx) =>
    tx.tally.create({ data: { scope: world.one.msp.scope, figure: 'customer', key: 'enabled', count: 1 } }),
  )
  await expect(write).rejects.toThrow()
})

test('the comparison finds a figure that was tampered with, and counting again mends it', async () => {
  await sql(database.superuserUrl, `update tally set count = count + 1 where figure = 'customer' and scope = $1`, [
    world.one.msp.scope,
  ])
  expect(await kept()).not.toEqual(await plainly())
  await sql(database.superuserUrl, 'select recount_tally()')
  expect(await kept()).toEqual(await plainly())
})
