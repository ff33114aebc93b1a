import fc from 'fast-check'
import { addDays, type Day } from '@/server/lib/period'
import type { Real } from './counter-testing'
import {
  type Answer,
  activateIn,
  cancelIn,
  changePlanIn,
  convertIn,
  type Model,
  modifyIn,
  renewIn,
  resumeIn,
  suspendIn,
} from './model'
import { OFFERS, offers, optional } from './offers'

/** What a person sends with a change. */
export type Form = { companyId: string; subscriptionId: string; revision: number }

/** A change of one licence, by the model and by the console. */
export type Change = {
  name: string
  model: (model: Model) => Answer
  real: (real: Real, form: Form, today: Day) => Promise<unknown>
}

export const units = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 40 }) },
  fc.integer({ min: 1, max: 999_999 }),
)

const modifying: fc.Arbitrary<Change> = fc
  .record({
    units: optional(units),
    endsIn: optional(fc.integer({ min: -30, max: 4_000 })),
    auto: optional(fc.boolean()),
    notice: optional(fc.integer({ min: 0, max: 365 })),
  })
  .map(({ endsIn, auto, notice, ...rest }) => ({
    name: `modify ${JSON.stringify({ ...rest, endsIn, auto, notice })}`,
    model: (m) =>
      modifyIn(m, {
        ...(rest.units === undefined ? {} : { units: rest.units }),
        ...(endsIn === undefined ? {} : { to: m.today + endsIn }),
        ...(auto === undefined ? {} : { auto }),
        ...(notice === undefined ? {} : { notice }),
      }),
    real: ({ caller }, form, today) =>
      caller.licences.modify({
        ...form,
        changes: {
          ...(rest.units === undefined ? {} : { units: rest.units }),
          ...(endsIn === undefined ? {} : { endsOn: addDays(today, endsIn) }),
          ...(auto === undefined ? {} : { autoRenew: auto }),
          ...(notice === undefined ? {} : { noticeDays: notice }),
        },
      }),
  }))

const renewing: fc.Arbitrary<Change> = optional(fc.constantFrom(1, 2, 12, 66)).map((months) => ({
  name: `renew ${months ?? ''}`,
  model: (m) => renewIn(m, months),
  real: ({ caller }, form) => caller.licences.renew({ ...form, ...(months === undefined ? {} : { months }) }),
}))

const suspending: fc.Arbitrary<Change> = optional(fc.integer({ min: 0, max: 400 })).map((endsIn) => ({
  name: `suspend ${endsIn ?? 'now'}`,
  model: (m) => suspendIn(m, endsIn === undefined ? undefined : m.today + endsIn),
  real: ({ caller }, form, today) =>
    caller.licences.suspend({ ...form, ...(endsIn === undefined ? {} : { endsOn: addDays(today, endsIn) }) }),
}))

/** Mostly what fits a trial. */
const fullPlans = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...OFFERS.slice(0, 2)) }, offers)
const converting: fc.Arbitrary<Change> = fc.tuple(fullPlans, optional(units)).map(([to, count]) => ({
  name: `convert to ${to.id} × ${count}`,
  model: (m) => convertIn(m, to, count),
  real: (real, form) =>
    real.caller.licences.convert({
      ...form,
      planId: real.planId(to),
      ...(count === undefined ? {} : { units: count }),
    }),
}))

const moving: fc.Arbitrary<Change> = offers.map((to) => ({
  name: `change plan to ${to.id}`,
  model: (m) => changePlanIn(m, to),
  real: (real, form) => real.caller.licences.changePlan({ ...form, planId: real.planId(to) }),
}))

const plain = (name: 'resume' | 'cancel' | 'activate', model: Change['model']): fc.Arbitrary<Change> =>
  fc.constant({ name, model, real: ({ caller }, form) => caller.licences[name](form) })

/** What people do to a licence. */
export const changes = fc.oneof(
  { weight: 4, arbitrary: modifying },
  { weight: 3, arbitrary: renewing },
  { weight: 3, arbitrary: suspending },
  { weight: 3, arbitrary: plain('resume', resumeIn) },
  { weight: 2, arbitrary: plain('activate', activateIn) },
  { weight: 4, arbitrary: converting },
  { weight: 2, arbitrary: moving },
  { weight: 1, arbitrary: plain('cancel', cancelIn) },
)
