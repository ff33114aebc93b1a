import fc from 'fast-check'
import { addDays, type Day } from '@/server/lib/period'
import type { Decision } from '@/server/lib/result'
import { assign, changePlan, convert } from '../plan-rules'
import { autoRenew, type Modification, modify, renew } from '../rules'
import type { Effect, Licence } from '../state'
import { activate, cancel, remove, resume, suspend } from '../switch-rules'
import { Command } from './command'
import type { Model, Offer } from './model'
import * as model from './model'
import { anyUnits, offers, optional, someDays } from './offers'
import { carryOut, licenceOf, planOf, type Real } from './real'

const onLicence =
  (rule: (licence: Licence, real: Real) => Decision<Effect>, offer?: Offer) =>
  (real: Real): Decision<unknown> => {
    const licence = licenceOf(real)
    if (!licence) return { ok: false, code: 'notFound', params: {} }
    const decision = rule(licence, real)
    if (decision.ok) carryOut(real, decision.value, offer)
    return decision
  }

export function assigning(offer: Offer, units: number, startsIn: number, add: boolean): Command {
  return new Command(`assign ${offer.id} × ${units} in ${startsIn} days${add ? ' as another' : ''}`, {
    model: (m) => model.assignIn(m, offer, units, m.today + startsIn, add),
    real: (real) => {
      const licence = licenceOf(real)
      const subscriptions = licence && licence.cancelledOn === null ? [{ ...licence, subscriptionId: 'one' }] : []
      const customer = {
        status: real.customerOff ? ('disabled' as const) : ('enabled' as const),
        manager: real.manager,
        subscriptions,
      }
      const wish = { units, startsOn: addDays(real.today, startsIn), ...(add ? { existing: 'add' as const } : {}) }
      const decision = assign(planOf(real, offer), customer, wish, real.today)
      if (!decision.ok) return decision
      if (decision.value.kind === 'change') carryOut(real, decision.value.effect, offer)
      else Object.assign(real, { state: decision.value.state, offer })
      return decision
    },
  })
}

const passing = (days: number) =>
  new Command(`${days} days pass`, {
    model: (m) => {
      m.today += days
      return null
    },
    real: (real) => {
      real.today = addDays(real.today, days)
      return { ok: true, value: true }
    },
  })

const world = (name: string, inModel: (m: Model) => void, inReal: (real: Real) => void) =>
  new Command(name, {
    model: (m) => {
      inModel(m)
      return null
    },
    real: (real) => {
      inReal(real)
      return { ok: true, value: true }
    },
  })

const flip = (set: Set<string>, id: string) => void (set.has(id) ? set.delete(id) : set.add(id))

const modifications = fc
  .record({
    units: optional(anyUnits),
    endsIn: optional(fc.integer({ min: -60, max: 4_000 })),
    auto: optional(fc.boolean()),
    notice: optional(fc.integer({ min: -1, max: 366 })),
  })
  .map(({ units, endsIn, auto, notice }) => {
    const asModification = (today: Day): Modification => ({
      ...(units === undefined ? {} : { units }),
      ...(endsIn === undefined ? {} : { endsOn: addDays(today, endsIn) }),
      ...(auto === undefined ? {} : { autoRenew: auto }),
      ...(notice === undefined ? {} : { noticeDays: notice }),
    })
    return new Command(`modify ${JSON.stringify({ units, endsIn, auto, notice })}`, {
      model: (m) =>
        model.modifyIn(m, {
          ...(units === undefined ? {} : { units }),
          ...(endsIn === undefined ? {} : { to: m.today + endsIn }),
          ...(auto === undefined ? {} : { auto }),
          ...(notice === undefined ? {} : { notice }),
        }),
      real: onLicence((licence, real) => modify(licence, asModification(real.today), real.today)),
    })
  })

export const COMMANDS = [
  { weight: 8, arbitrary: someDays.map(passing) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(offers, anyUnits, fc.constantFrom(0, 0, 0, -1, 10, 365, 400), fc.boolean())
      .map((args) => assigning(...args)),
  },
  { weight: 4, arbitrary: modifications },
  {
    weight: 4,
    arbitrary: optional(fc.constantFrom(1, 2, 12, 66, 0, 67, 1.5)).map(
      (months) =>
        new Command(`renew ${months ?? ''}`, {
          model: (m) => model.renewIn(m, months),
          real: onLicence((licence, real) => renew(licence, months === undefined ? {} : { months }, real.today)),
        }),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constant(
      new Command('auto-renew', { model: model.autoRenewIn, real: onLicence((l, r) => autoRenew(l, r.today)) }),
    ),
  },
  {
    weight: 3,
    arbitrary: optional(fc.integer({ min: -1, max: 400 })).map(
      (days) =>
        new Command(`suspend ${days ?? 'now'}`, {
          model: (m) => model.suspendIn(m, days === undefined ? undefined : m.today + days),
          real: onLicence((l, r) => suspend(l, days === undefined ? {} : { endsOn: addDays(r.today, days) }, r.today)),
        }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constant(
      new Command('resume', { model: model.resumeIn, real: onLicence((l, r) => resume(l, r.today)) }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant(
      new Command('activate', { model: model.activateIn, real: onLicence((l, r) => activate(l, r.today)) }),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(offers, optional(anyUnits)).map(
      ([to, units]) =>
        new Command(`convert to ${to.id} × ${units}`, {
          model: (m) => model.convertIn(m, to, units),
          real: onLicence((l, r) => convert(l, planOf(r, to), units === undefined ? {} : { units }, r.today), to),
        }),
    ),
  },
  {
    weight: 2,
    arbitrary: offers.map(
      (to) =>
        new Command(`change plan to ${to.id}`, {
          model: (m) => model.changePlanIn(m, to),
          real: onLicence((l, r) => changePlan(l, planOf(r, to), r.today), to),
        }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      new Command('cancel', { model: model.cancelIn, real: onLicence((l, r) => cancel(l, r.today)) }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant(
      new Command('remove', { model: model.removeIn, real: onLicence((l, r) => remove(l, r.today)) }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.boolean().map((off) =>
      world(
        `customer ${off ? 'disabled' : 'enabled'}`,
        (m) => Object.assign(m, { customerOff: off }),
        (r) => Object.assign(r, { customerOff: off }),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('active' as const, 'active' as const, 'suspended' as const, 'cancelled' as const)
      .map((status) =>
        world(
          `partner ${status}`,
          (m) => Object.assign(m, m.partner === 'cancelled' ? {} : { partner: status }),
          (r) => Object.assign(r.manager, r.manager.status === 'cancelled' ? {} : { status }),
        ),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('yearly', 'monthly', 'advanced').map((id) =>
      world(
        `lock or unlock ${id}`,
        (m) => flip(m.lockedPlans, id),
        (r) => flip(r.locked, id),
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(optional(fc.integer({ min: -5, max: 900 })), optional(fc.integer({ min: -5, max: 1_500 })))
      .map(([sale, life]) =>
        world(
          `end of sale ${sale}, of life ${life}`,
          (m) =>
            Object.assign(m, {
              saleEnds: sale === undefined ? null : m.today + sale,
              lifeEnds: life === undefined ? null : m.today + life,
            }),
          (r) =>
            Object.assign(r, {
              saleEnds: sale === undefined ? null : addDays(r.today, sale),
              lifeEnds: life === undefined ? null : addDays(r.today, life),
            }),
        ),
      ),
  },
]
