import fc from 'fast-check'
import type { Offer } from './model'

export const offer = (id: string, rest: Partial<Offer>): Offer => ({
  id,
  product: 'wfbs',
  family: 'worry-free',
  software: false,
  trial: false,
  waits: false,
  months: 12,
  auto: true,
  renewMonths: 12,
  notice: 60,
  grace: 30,
  manageable: true,
  managed: true,
  enabled: true,
  locked: false,
  ...rest,
})

export const TRIAL = offer('trial', { trial: true, months: 1, auto: false, notice: 14, grace: 0 })
export const OFFERS: readonly Offer[] = [
  offer('yearly', {}),
  offer('monthly', { months: 1, renewMonths: 1, notice: 0, managed: false }),
  TRIAL,
  offer('waiting', { waits: true, months: 3, renewMonths: 1 }),
  offer('advanced', { product: 'wfbs-advanced', manageable: false, managed: false, grace: 0, auto: false }),
  offer('mail', {
    product: 'mail',
    family: 'mail',
    software: true,
    months: 66,
    renewMonths: 66,
    notice: 365,
    grace: 180,
  }),
  offer('closed', { enabled: false }),
]

export const offers = fc.constantFrom(...OFFERS)
/** Mostly days on which something can change, now and then any. */
export const someDays = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.constantFrom(0, 1, 27, 28, 29, 30, 31, 59, 60, 61, 365, 366),
  fc.integer({ min: 0, max: 900 }),
)
export const goodUnits = fc.integer({ min: 1, max: 999_999 })
export const anyUnits = fc.oneof(
  { weight: 6, arbitrary: goodUnits },
  fc.constantFrom(0, -1, 1, 999_999, 1_000_000, 1.5, Number.NaN),
)
export const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
