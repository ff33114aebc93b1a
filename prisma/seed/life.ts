import { addDays, addMonths, anchorOf, type Day } from '@/server/lib/period'
import type { PlanSeed } from './plans'
import type { Random } from './random'

/** What of a subscription its versions keep. */
export type StateSeed = {
  planId: string
  productId: string
  version: 'trial' | 'full'
  nfr: boolean
  units: number
  startsOn: Day
  endsOn: Day
  chargeFromOn: Day
  autoRenew: boolean
  renewMonths: number
  noticeDays: number
  graceDays: number
  managed: boolean
  awaitingSignIn: boolean
  suspendedEndsOn: Day | null
  cancelledOn: Day | null
}

export type TransactionKind = 'newPurchase' | 'licenceChange' | 'conversion' | 'suiteChange' | 'discontinued'

/** Something that happened to a subscription, and how it was from then on. */
export type Step = {
  on: Day
  type: TransactionKind
  byJob: boolean
  plan: PlanSeed
  state: StateSeed
  period: [Day, Day] | null
}

export type LifeWish = {
  plan: PlanSeed
  /** A trial of the same product that came first. */
  trial?: PlanSeed
  boughtOn: Day
  units: number
  today: Day
  /** The suite of the plan got its latest part then, here as well. */
  changedOn: Day | null
}

const first = (plan: PlanSeed, units: number, startsOn: Day): StateSeed => {
  const endsOn = addMonths(startsOn, plan.initialMonths)
  const terms = { startsOn, endsOn, chargeFromOn: startsOn, suspendedEndsOn: null, cancelledOn: null }
  const { renewMonths, noticeDays, graceDays, managed, autoRenew, version, nfr, productId } = plan
  return {
    planId: plan.id,
    productId,
    version,
    nfr,
    units,
    ...terms,
    autoRenew,
    renewMonths,
    noticeDays,
    graceDays,
    managed,
    awaitingSignIn: false,
  }
}

const LAPSES_PERCENT = 6
/** Terms that ended this month are mostly still talked about: grace is seen more often than it would be. */
const FRESH_LAPSES_PERCENT = 40

/** The life of one subscription up to today, as it might have gone. */
export function lifeOf(random: Random, wish: LifeWish): Step[] {
  const { plan, today, boughtOn } = wish
  const steps: Step[] = []
  const now = () => steps.at(-1)?.state ?? first(plan, wish.units, boughtOn)
  const step = (
    on: Day,
    type: TransactionKind,
    changes: Partial<StateSeed>,
    rest: Partial<Pick<Step, 'byJob' | 'period' | 'plan'>> = {},
  ) => {
    const by = rest.plan ?? steps.at(-1)?.plan ?? plan
    steps.push({ on, type, byJob: false, period: null, ...rest, plan: by, state: { ...now(), ...changes } })
  }
  begin(random, wish, step)
  if (now().awaitingSignIn || now().version === 'trial') return ending(random, wish, steps, step)
  const anchor = anchorOf(now().startsOn)
  let since = now().startsOn
  while (now().endsOn <= today && !plan.nfr) {
    const { endsOn } = now()
    grow(random, since, endsOn, now(), step)
    if (random.chance(addDays(endsOn, plan.graceDays) > today ? FRESH_LAPSES_PERCENT : LAPSES_PERCENT)) {
      // Nothing lapses that renews itself: somebody gave notice.
      const noticeOn = addDays(endsOn, -1 - random.below(plan.renewMonths > 1 ? 40 : 20))
      if (now().autoRenew) step(later(noticeOn, steps), 'licenceChange', { autoRenew: false })
      break
    }
    const until = addMonths(endsOn, plan.renewMonths, anchor)
    step(endsOn, 'licenceChange', { endsOn: until }, { byJob: plan.autoRenew, period: [endsOn, until] })
    since = endsOn
  }
  if (now().endsOn > today) grow(random, since, today, now(), step)
  if (wish.changedOn && boughtOn < wish.changedOn) step(wish.changedOn, 'suiteChange', {})
  return ending(random, wish, steps, step)
}

/** That day, or the day of the latest step if that was later. */
const later = (on: Day, steps: readonly Step[]): Day => {
  const last = steps.at(-1)?.on ?? on
  return on > last ? on : last
}

type AddStep = (
  on: Day,
  type: TransactionKind,
  changes: Partial<StateSeed>,
  rest?: Partial<Pick<Step, 'byJob' | 'period' | 'plan'>>,
) => void

/** Bought at once, or tried before. */
function begin(random: Random, { plan, trial, boughtOn, units, today }: LifeWish, step: AddStep): void {
  const bought = (by: PlanSeed, on: Day, startsOn: Day, type: TransactionKind, awaitingSignIn = false) => {
    const state = { ...first(by, units, startsOn), awaitingSignIn }
    step(on, type, state, { plan: by, period: [state.startsOn, state.endsOn] })
  }
  if (trial) bought(trial, boughtOn, boughtOn, 'newPurchase')
  const since = trial ? addDays(boughtOn, 12 + random.below(15)) : boughtOn
  // Some trials run, and some ran out not long ago.
  if (trial && (since > today || (boughtOn > addDays(today, -75) && random.chance(60)))) return
  const isEarly = plan.version === 'full' && since > addDays(today, -20) && random.chance(25)
  const startsOn = isEarly ? addDays(today, 2 + random.below(40)) : since
  const isAwaited = plan.activationPolicy === 'firstSignIn' && since > addDays(today, -90) && random.chance(45)
  bought(plan, since, isAwaited ? since : startsOn, trial ? 'conversion' : 'newPurchase', isAwaited)
}

/** People join and leave. */
function grow(random: Random, from: Day, to: Day, { units }: StateSeed, step: AddStep): void {
  if (from >= to || !random.chance(30)) return
  const on = addDays(from, 1 + random.below(300))
  if (on >= to) return
  const change = Math.ceil(units * (0.05 + random.next() * 0.4)) * (random.chance(80) ? 1 : -1)
  step(on, 'licenceChange', { units: Math.max(1, units + change) })
}

/** Some are suspended, some are given up. */
function ending(random: Random, { today }: LifeWish, steps: Step[], step: AddStep): Step[] {
  const last = steps.at(-1)
  if (!last) return steps
  const { state, on } = last
  const recent = addDays(today, -random.below(50))
  const day = recent > on ? recent : on
  if (random.chance(4) && day <= today) {
    const cut = state.endsOn < day ? state.endsOn : day
    step(day, 'discontinued', {
      cancelledOn: day,
      autoRenew: false,
      endsOn: cut > state.startsOn ? cut : state.startsOn,
    })
  } else if (state.autoRenew && state.startsOn < day && state.endsOn > addDays(today, 30) && random.chance(5)) {
    const end = addDays(today, 10 + random.below(20))
    step(day, 'licenceChange', { suspendedEndsOn: state.endsOn, endsOn: end, autoRenew: false })
  }
  return steps
}
