import { expect } from 'vitest'
import type { Plan } from '@/server/features/plans/rules'
import type { Day } from '@/server/lib/period'
import { applied, type Effect, type Licence, type LicenceState } from '../state'
import type { Model, Offer } from './model'
import * as model from './model'

export const START = '2027-01-31'

/** The system under test: one customer, at most one licence, everything through the pure rules. */
export type Real = {
  today: Day
  manager: Licence['manager']
  customerOff: boolean
  saleEnds: Day | null
  lifeEnds: Day | null
  locked: Set<string>
  state: LicenceState | null
  offer: Offer | null
  periods: { startsOn: Day; endsOn: Day }[]
}

const productOf = (real: Real, offer: Offer) => ({
  name: offer.product,
  kind: offer.software ? ('software' as const) : ('saas' as const),
  family: offer.family,
  endOfSaleOn: real.saleEnds,
  endOfLifeOn: real.lifeEnds,
  trialOffered: true,
  fullOffered: true,
  nfrOffered: false,
  manageable: offer.manageable,
})

export const planOf = (real: Real, offer: Offer): Plan => ({
  id: offer.id,
  name: offer.id,
  version: offer.trial ? 'trial' : 'full',
  nfr: false,
  activationPolicy: offer.waits ? 'firstSignIn' : 'immediately',
  managed: offer.managed,
  initialMonths: offer.months,
  autoRenew: offer.auto,
  renewMonths: offer.renewMonths,
  noticeDays: offer.notice,
  graceDays: offer.grace,
  trialForm: false,
  enabled: offer.enabled,
  locked: real.locked.has(offer.id),
  granted: true,
  nfrTaken: false,
  productId: offer.product,
  product: productOf(real, offer),
})

export function licenceOf(real: Real): Licence | null {
  const { state, offer } = real
  if (!state || !offer) return null
  return {
    ...state,
    enabled: !real.customerOff && real.manager.status !== 'cancelled',
    planLocked: real.locked.has(offer.id),
    product: productOf(real, offer),
    manager: real.manager,
  }
}

/** Carries an effect out, after checking that it says the truth about what it changes. */
export function carryOut(real: Real, effect: Effect, offer?: Offer) {
  const { state } = real
  if (!state) throw new Error('an effect on nothing')
  expect(state).toMatchObject(effect.before)
  expect(Object.keys(effect.before)).toEqual(Object.keys(effect.after))
  real.state = applied(state, effect)
  expect(real.state.endsOn >= real.state.startsOn).toBe(true)
  if (effect.period) {
    expect(effect.period.startsOn < effect.period.endsOn).toBe(true)
    real.periods.push(effect.period)
  }
  if (offer) real.offer = offer
}

export const beginning = (startsOn: Day = START): { model: Model; real: Real } => ({
  model: {
    today: model.toNumber(startsOn),
    partner: 'active',
    customerOff: false,
    saleEnds: null,
    lifeEnds: null,
    lockedPlans: new Set(),
    paper: null,
  },
  real: {
    today: startsOn,
    manager: { name: 'Nordwind', kind: 'msp', status: 'active', managesRemotely: true },
    customerOff: false,
    saleEnds: null,
    lifeEnds: null,
    locked: new Set(),
    state: null,
    offer: null,
    periods: [],
  },
})
