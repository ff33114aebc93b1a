import fc from 'fast-check'
import { asSystem } from '@/server/db/system'
import { passLicenceDays } from '@/server/jobs/licence-days'
import { addDays } from '@/server/lib/period'
import { letDaysPass } from '@/server/testing/days'
import { changes, type Form, units } from './changes-testing'
import { nextDifference } from './command'
import { dayOf, type Real } from './counter-testing'
import { type Answer, type Offer, toNumber } from './model'
import { OFFERS, offers, TRIAL } from './offers'
import type { Shop } from './shop'

/** One step of both. The real one throws what it refuses. */
export type Step = {
  /** Begins with a verb. */
  name: string
  model: (shop: Shop) => Answer
  real: (real: Real, shop: Shop) => Promise<unknown>
}
const named = (steps: fc.Arbitrary<Step>) => steps.map((step) => ({ ...step, [fc.toStringMethod]: () => step.name }))

/** Which licence of which buyer. */
type Place = { at: number; which: number }
export const BUYERS = 2
const place: fc.Arbitrary<Place> = fc.record({ at: fc.nat({ max: BUYERS - 1 }), which: fc.nat({ max: 2 }) })
const NOWHERE = '00000000-0000-7000-8000-000000000000'

const pick = <T>(rows: readonly T[], which: number): T | undefined => rows[which % Math.max(rows.length, 1)]

/** The form with which a person changes a licence. */
function formOf(real: Real, shop: Shop, { at, which }: Place): Form {
  const buyer = real.buyers[at]
  return {
    companyId: buyer?.id ?? '',
    subscriptionId: pick(buyer?.subscriptionIds ?? [], which) ?? NOWHERE,
    revision: pick(shop.buyer(at).held, which)?.states.length ?? 1,
  }
}

/** A change of one licence, by a person whose form may be out of date. */
const changing = fc
  .tuple(place, changes, fc.integer({ min: 1, max: 12 }))
  .map(([spot, { name, model, real }, luck]): Step => {
    const isStale = luck === 1
    return {
      name: `${name} of ${spot.at}/${spot.which}${isStale ? ', too late' : ''}`,
      model: (shop) => {
        const buyer = shop.buyer(spot.at)
        const held = pick(buyer.held, spot.which)
        return isStale && held ? 'changedMeanwhile' : shop.change(buyer, held, model)
      },
      real: async (counter, shop) => {
        const form = formOf(counter, shop, spot)
        return real(counter, { ...form, revision: form.revision + (isStale ? 1 : 0) }, await dayOf(counter))
      },
    }
  })

const days = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.constantFrom(1, 28, 30, 31, 59, 60, 61, 365, 366),
  fc.integer({ min: 1, max: 500 }),
)

const assign = (at: number, offer: Offer, count: number, startsIn: number): Step => ({
  name: `assign ${offer.id} × ${count} to ${at} in ${startsIn} days`,
  model: (shop) => shop.assign(shop.buyer(at), offer, count, startsIn),
  real: async (real) => {
    const buyer = real.buyers[at]
    const startsOn = addDays(await dayOf(real), startsIn)
    const wishes = [{ planId: real.planId(offer), units: count, startsOn }]
    const { issued } = await real.caller.licences.assign({ companyId: buyer?.id ?? '', wishes })
    buyer?.subscriptionIds.push(...issued.map(({ subscriptionId }) => subscriptionId))
  },
})
const assigning = fc
  .tuple(fc.nat({ max: BUYERS - 1 }), offers, units, fc.constantFrom(0, 0, 0, 0, -1, 10, 365, 400))
  .map((args) => assign(...args))
/** What each begins with. */
const first = fc.constantFrom(...OFFERS.filter(({ enabled }) => enabled))

const pass = (name: string, count: (shop: Shop) => number): Step => ({
  name: `pass ${name}`,
  model: (shop) => {
    shop.pass(count(shop))
    return null
  },
  real: async (real, shop) => {
    real.days += count(shop)
    await letDaysPass(real.database, real.days)
    await passLicenceDays()
  },
})
const passing = days.map((count) => pass(`${count} days`, () => count))

/** Until the day on which a licence becomes another by itself, and not a day longer. */
const reaching = place.map(({ at, which }) =>
  pass(`until ${at}/${which} changes`, (shop) => {
    const held = pick(shop.buyer(at).held, which)
    const day = held ? nextDifference(shop.modelOf(false, held.paper)) : null
    return day === null ? 1 : toNumber(day) - shop.today
  }),
)

const switching = fc.tuple(fc.nat({ max: BUYERS - 1 }), fc.boolean()).map(
  ([at, off]): Step => ({
    name: `${off ? 'disable' : 'enable'} ${at}`,
    model: (shop) => {
      const buyer = shop.buyer(at)
      if (buyer.isOff === off) return 'statusUnchanged'
      buyer.isOff = off
      return null
    },
    real: (real) =>
      real.caller.customers.setStatus({ companyId: real.buyers[at]?.id ?? '', to: off ? 'disabled' : 'enabled' }),
  }),
)

const removing = fc.nat({ max: BUYERS - 1 }).map(
  (at): Step => ({
    name: `remove all of ${at}`,
    model: (shop) => shop.removeAll(shop.buyer(at)),
    real: (real) => real.caller.licences.remove({ companyId: real.buyers[at]?.id ?? '' }),
  }),
)

// A suite that changed locks its plans, and products report what is used: neither is a command of licences.
const locking = fc.constantFrom(...OFFERS.filter(({ enabled }) => enabled)).map(
  (offer): Step => ({
    name: `lock or unlock ${offer.id}`,
    model: ({ locked }) => {
      if (!locked.delete(offer.id)) locked.add(offer.id)
      return null
    },
    real: (real) =>
      asSystem(
        (tx) => tx.$executeRaw`
        update service_plan set locked_at = case when locked_at is null then now() end where id = ${real.planId(offer)}::uuid`,
      ),
  }),
)

const reporting = fc.tuple(place, fc.integer({ min: 0, max: 60 })).map(
  ([spot, used]): Step => ({
    name: `report ${used} used of ${spot.at}/${spot.which}`,
    model: (shop) => {
      const held = pick(shop.buyer(spot.at).held, spot.which)
      if (held) held.used = used
      return null
    },
    real: (real, shop) =>
      asSystem(
        (tx) => tx.$executeRaw`
        update licence set used_units = ${used}, used_as_of = app_now()
        where subscription_id = ${formOf(real, shop, spot).subscriptionId}::uuid`,
      ),
  }),
)

const any = fc.oneof(
  { weight: 5, arbitrary: passing },
  { weight: 6, arbitrary: reaching },
  { weight: 5, arbitrary: assigning },
  { weight: 22, arbitrary: changing },
  { weight: 1, arbitrary: removing },
  { weight: 2, arbitrary: switching },
  { weight: 1, arbitrary: locking },
  { weight: 2, arbitrary: reporting },
)

/** A life of some length, in which each customer has something from the beginning. */
export const lives: fc.Arbitrary<Step[]> = fc
  .tuple(first, fc.oneof(first, fc.constant(TRIAL)), fc.array(named(any), { minLength: 10, maxLength: 20 }))
  .map(([one, two, steps]) => [assign(0, one, 5, 0), assign(1, two, 5, 0), ...steps])
