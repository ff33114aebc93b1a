import type { ErrorCode } from '@/server/lib/errors'

// A second, deliberately simple description of a licence's life, for life-cycle.test.ts. It shares no code with the rules: days
// are numbers since 1970, months are counted by hand, and what is allowed stands in lists of [when, code].

export type Offer = {
  id: string
  product: string
  family: string
  software: boolean
  trial: boolean
  waits: boolean
  months: number
  auto: boolean
  renewMonths: number
  notice: number
  grace: number
  manageable: boolean
  managed: boolean
  enabled: boolean
  locked: boolean
}

export type Model = {
  today: number
  partner: 'active' | 'suspended' | 'cancelled'
  customerOff: boolean
  saleEnds: number | null
  lifeEnds: number | null
  lockedPlans: Set<string>
  paper: Paper | null
}

type Paper = {
  offer: Offer
  units: number
  from: number
  to: number
  anchor: number
  notice: number
  grace: number
  auto: boolean
  renewMonths: number
  managed: boolean
  waits: boolean
  waitMonths: number
  originalTo: number | null
  dead: boolean
}

export const toText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)
export const toNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

export function plusMonths(day: number, months: number, anchor: number): number {
  const date = new Date(day * 86_400_000)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(anchor, last)) / 86_400_000
}

const dayOfMonth = (day: number) => new Date(day * 86_400_000).getUTCDate()

export function statusIn(model: Model, day = model.today): string {
  const { paper } = model
  if (!paper) return 'none'
  if (paper.dead) return 'cancelled'
  if (model.customerOff || model.partner === 'cancelled') return 'expired'
  if (paper.originalTo !== null) return 'suspended'
  if (paper.waits) return 'awaitingSignIn'
  if (day < paper.from) return 'notStarted'
  if (day >= paper.to + paper.grace) return 'expired'
  if (day >= paper.to) return 'grace'
  return paper.to - day <= paper.notice ? 'expiringSoon' : 'active'
}

/** Null: allowed. */
export type Answer = ErrorCode | null
type Guard = readonly [boolean, ErrorCode]
const first = (...guards: Guard[]): Answer => guards.find(([applies]) => applies)?.[1] ?? null

const closed = (model: Model, paper: Paper): Guard[] => [
  [model.partner === 'cancelled', 'targetCancelled'],
  [model.partner === 'suspended', 'targetSuspended'],
  [paper.dead, 'licenceCancelled'],
  [model.customerOff, 'customerDisabled'],
]
const isSuspended = (paper: Paper): Guard => [paper.originalTo !== null, 'licenceSuspended']
const reached = (day: number | null, today: number) => day !== null && day <= today
const fixed = (model: Model, paper: Paper): Guard[] => [
  ...closed(model, paper),
  isSuspended(paper),
  [paper.offer.trial, 'licenceIsTrial'],
  [reached(model.lifeEnds, model.today), 'endOfLife'],
  [model.lockedPlans.has(paper.offer.id), 'planLocked'],
]
const unsellable = (model: Model, offer: Offer): Guard[] => [
  [reached(model.lifeEnds, model.today), 'endOfLife'],
  [reached(model.saleEnds, model.today), 'endOfSale'],
  [model.lockedPlans.has(offer.id), 'planLocked'],
  [!offer.enabled, 'planDisabled'],
]
const badUnits = (units: number | undefined): Guard => [
  units !== undefined && !(Number.isInteger(units) && units >= 1 && units <= 999_999),
  'unitsOutOfRange',
]
const farEnd = (model: Model) => plusMonths(model.today, 120, dayOfMonth(model.today))

export function renewIn(model: Model, months?: number): Answer {
  const { paper } = model
  if (!paper) return 'notFound'
  const count = months ?? paper.renewMonths
  const joined = paper.to >= model.today || model.today < paper.to + paper.grace
  const from = joined ? paper.to : model.today
  const anchor = joined ? paper.anchor : dayOfMonth(model.today)
  const inRange = Number.isInteger(count) && count >= 1 && count <= 66
  const to = inRange ? plusMonths(from, count, anchor) : 0
  const answer = first(
    ...fixed(model, paper),
    [paper.waits, 'licenceNotActivated'],
    [!inRange, 'monthsOutOfRange'],
    [to > farEnd(model), 'endTooFar'],
  )
  if (answer === null) Object.assign(paper, { to, anchor, ...(joined ? {} : { from }) })
  return answer
}

export function autoRenewIn(model: Model): Answer {
  const { paper } = model
  if (!paper) return 'notFound'
  const answer = first(
    ...closed(model, paper),
    isSuspended(paper),
    [!paper.auto, 'autoRenewalOff'],
    [!paper.waits && model.today < paper.to, 'termNotOver'],
  )
  return answer ?? renewIn(model)
}

export type ModelChange = { units?: number; to?: number; auto?: boolean; notice?: number }

export function modifyIn(model: Model, { units, to, auto, notice }: ModelChange): Answer {
  const { paper } = model
  if (!paper) return 'notFound'
  const moves = to !== undefined && to !== paper.to
  const answer = first(
    ...fixed(model, paper),
    [statusIn(model) === 'expired', 'licenceExpired'],
    badUnits(units),
    [notice !== undefined && (notice < 0 || notice > 365), 'daysOutOfRange'],
    [moves && paper.waits, 'licenceNotActivated'],
    [moves && to <= paper.from, 'endBeforeStart'],
    [moves && to < model.today, 'endInPast'],
    [moves && to > farEnd(model), 'endTooFar'],
    [
      !moves &&
        (units ?? paper.units) === paper.units &&
        (auto ?? paper.auto) === paper.auto &&
        (notice ?? paper.notice) === paper.notice,
      'nothingChanges',
    ],
  )
  if (answer !== null) return answer
  if (moves) Object.assign(paper, { to, anchor: dayOfMonth(to) })
  Object.assign(paper, { units: units ?? paper.units, auto: auto ?? paper.auto, notice: notice ?? paper.notice })
  return null
}

export function suspendIn(model: Model, to?: number): Answer {
  const { paper } = model
  if (!paper) return 'notFound'
  const end = to ?? model.today
  const answer = first(
    ...closed(model, paper),
    isSuspended(paper),
    [!['active', 'expiringSoon'].includes(statusIn(model)), 'licenceNotRunning'],
    [!paper.auto, 'autoRenewalOff'],
    [end < model.today || end > paper.to, 'endOutOfTerm'],
  )
  if (answer === null) Object.assign(paper, { originalTo: paper.to, to: end, auto: false })
  return answer
}

export function resumeIn(model: Model): Answer {
  const { paper } = model
  if (!paper) return 'notFound'
  const answer = first(
    ...closed(model, paper),
    [paper.originalTo === null, 'licenceNotSuspended'],
    [model.today >= paper.to + paper.grace, 'graceOver'],
  )
  if (answer === null) Object.assign(paper, { to: paper.originalTo, originalTo: null, auto: true })
  return answer
}

const bury = (model: Model, paper: Paper) => {
  const to = paper.to < model.today ? paper.to : model.today
  Object.assign(paper, { dead: true, auto: false, originalTo: null, to: to < paper.from ? paper.from : to })
}

export function cancelIn(model: Model): Answer {
  const { paper } = model
  if (!paper) return 'notFound'
  const stuck = paper.originalTo !== null && model.today >= paper.to + paper.grace
  const answer = first(...closed(model, paper), [paper.originalTo !== null && !stuck, 'licenceSuspended'])
  if (answer === null) bury(model, paper)
  return answer
}

export function removeIn(model: Model): Answer {
  const { paper } = model
  if (!paper) return 'notFound'
  const answer = first(...closed(model, paper).slice(0, 3))
  if (answer === null) bury(model, paper)
  return answer
}

export function activateIn(model: Model): Answer {
  const { paper } = model
  if (!paper) return 'notFound'
  const answer = first(...closed(model, paper), isSuspended(paper), [!paper.waits, 'licenceActivated'])
  if (answer !== null) return answer
  const from = Math.max(paper.from, model.today)
  Object.assign(paper, {
    waits: false,
    from,
    to: plusMonths(from, paper.waitMonths, dayOfMonth(from)),
    anchor: dayOfMonth(from),
  })
  return null
}

const written = (offer: Offer, units: number, from: number): Paper => ({
  offer,
  units,
  from,
  to: plusMonths(from, offer.months, dayOfMonth(from)),
  anchor: dayOfMonth(from),
  notice: offer.notice,
  grace: offer.grace,
  auto: offer.auto,
  renewMonths: offer.renewMonths,
  managed: offer.managed,
  waits: offer.waits,
  waitMonths: offer.months,
  originalTo: null,
  dead: false,
})

export function convertIn(model: Model, offer: Offer, units?: number): Answer {
  const { paper } = model
  if (!paper) return 'notFound'
  const answer = first(
    ...closed(model, paper),
    isSuspended(paper),
    [!paper.offer.trial, 'licenceNotTrial'],
    ...unsellable(model, offer),
    [offer.trial, 'planIsTrial'],
    [offer.product !== paper.offer.product, 'otherProduct'],
    badUnits(units),
  )
  if (answer !== null) return answer
  const from = Math.max(model.today, paper.from)
  model.paper = { ...written(offer, units ?? paper.units, from), waits: paper.waits && offer.waits }
  return null
}

export function changePlanIn(model: Model, offer: Offer): Answer {
  const { paper } = model
  if (!paper) return 'notFound'
  const answer = first(
    ...fixed(model, paper),
    [offer.id === paper.offer.id, 'nothingChanges'],
    ...unsellable(model, offer),
    [offer.trial, 'planIsTrial'],
    [offer.family !== paper.offer.family, 'otherFamily'],
  )
  if (answer !== null) return answer
  Object.assign(paper, { offer, grace: offer.grace, managed: paper.managed && offer.manageable })
  return null
}

export function assignIn(model: Model, offer: Offer, units: number, from: number, add: boolean): Answer {
  const { paper } = model
  const answer = first(
    [model.partner === 'cancelled', 'targetCancelled'],
    [model.partner === 'suspended', 'targetSuspended'],
    [model.customerOff, 'customerDisabled'],
    ...unsellable(model, offer),
    [from < model.today, 'startInPast'],
    [from > plusMonths(model.today, 12, dayOfMonth(model.today)), 'startTooFar'],
    badUnits(units),
  )
  if (answer !== null) return answer
  const has = paper !== null && !paper.dead && paper.offer.product === offer.product
  if (!has || (add && offer.software)) {
    model.paper = written(offer, units, from)
    return null
  }
  if (add) return 'secondAgents'
  if (offer.trial) return 'productAlreadyAssigned'
  if (paper.offer.trial) return convertIn(model, offer, units)
  return changeByAssigning(model, offer, units)
}

/** All of the steps or none: tried on a copy. */
function changeByAssigning(model: Model, offer: Offer, units: number): Answer {
  const copy: Model = { ...model, paper: model.paper && { ...model.paper } }
  const isOver = ['grace', 'expired'].includes(statusIn(copy))
  const steps = [
    isOver ? () => renewIn(copy, offer.months) : null,
    copy.paper?.offer.id === offer.id ? null : () => changePlanIn(copy, offer),
    copy.paper?.units === units ? null : () => modifyIn(copy, { units }),
  ].filter((step) => step !== null)
  for (const step of steps) {
    const answer = step()
    if (answer !== null) return answer
  }
  if (steps.length === 0) return 'nothingChanges'
  model.paper = copy.paper
  return null
}
