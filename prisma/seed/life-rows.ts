import { anchorOf, type Day } from '@/server/lib/period'
import type { Catalogue } from './catalogue'
import type { Step } from './life'
import type { PlansSeed } from './plans'
import { mouldOf, type ProductWord, partsOf } from './products'
import type { Random } from './random'
import type { CompanySeed } from './rows'

/** Who sells to customers: its plans, and in whose name. */
export type Seller = {
  company: { scope: string; name: string }
  catalogue: Catalogue
  plans: PlansSeed
  by: { id: string; name: string }
}

export type Customer = Pick<CompanySeed, 'scope' | 'name' | 'createdAt'>
type Row = Record<string, unknown>
export type LicenceRows = Record<'subscription' | 'licence' | 'period' | 'version' | 'transaction', Row[]>

/**
 * Companies as they are once these licences are written: when their last transaction was. Written along with the company, it
 * saves a second write of a row that many indexes hold.
 */
export function withLastTransaction(companies: readonly CompanySeed[], { transaction }: LicenceRows): Row[] {
  const latest = new Map<unknown, Date>()
  for (const { scope, at } of transaction) {
    const before = latest.get(scope)
    if (at instanceof Date && (!before || before < at)) latest.set(scope, at)
  }
  return companies.map((company) => ({ ...company, lastTransactionAt: latest.get(company.scope) ?? null }))
}

export const noLicences = (): LicenceRows => ({
  subscription: [],
  licence: [],
  period: [],
  version: [],
  transaction: [],
})

const ACTIVATION = '0123456789ABCDEF'

/** Adds the rows of one life. */
export function addLife(
  random: Random,
  rows: LicenceRows,
  customer: Customer,
  seller: Seller,
  word: ProductWord,
  life: readonly Step[],
  today: Day,
): void {
  const [begun] = life
  const last = life.at(-1)
  if (!begun || !last) return
  const { catalogue } = seller
  const { scope } = customer
  const at = instants(random, life, today)
  const firstAt = at[0] ?? new Date(0)
  const id = random.uuid(firstAt)
  const { state, plan } = last
  rows.subscription.push({
    ...{ id, scope, planScope: plan.scope, productScope: catalogue.scope, anchorDay: anchorOf(state.startsOn) },
    ...{ initialMonths: plan.initialMonths, ...state, pooledUnits: 0, revision: life.length },
    ...{ createdAt: firstAt, updatedAt: at.at(-1) ?? firstAt },
  })
  const used = usedOf(random, state.units)
  for (const part of partsOf(word, catalogue.changedOn === null ? true : plan.isReviewed)) {
    const { needsCode, reportsUsage } = mouldOf(part)
    rows.licence.push({
      id: random.uuid(firstAt),
      scope,
      subscriptionId: id,
      productScope: catalogue.scope,
      productId: catalogue.products[part],
      activationCode: needsCode ? codeOf(random) : null,
      usedUnits: reportsUsage === false || state.awaitingSignIn || state.startsOn > begun.on ? null : used,
      usedAsOf: reportsUsage === false ? null : at.at(-1),
      createdAt: firstAt,
    })
  }
  life.forEach((step, index) => {
    const when = at[index] ?? firstAt
    if (step.period)
      rows.period.push({ scope, subscriptionId: id, startsOn: step.period[0], endsOn: step.period[1], createdAt: when })
    const next = at[index + 1]
    if (next)
      rows.version.push({
        scope,
        subscriptionId: id,
        revision: index + 1,
        validFrom: when,
        validTo: next,
        ...step.state,
      })
    rows.transaction.push(
      transactionOf(random, { customer, seller, word, id, step, before: life[index - 1], at: when }),
    )
  })
}

const MINUTE = 60_000

/** When each step was: in the order of the life; jobs at night, people in working hours; today just after midnight. */
function instants(random: Random, life: readonly Step[], today: Day): Date[] {
  let latest = 0
  return life.map(({ on, byJob }, index) => {
    const minutes = on === today ? index : byJob ? 60 + random.below(20) : 450 + random.below(540)
    latest = Math.max(latest + 1_000, Date.parse(`${on}T00:00:00Z`) + minutes * MINUTE + random.below(60) * 1_000)
    return new Date(latest)
  })
}

function usedOf(random: Random, units: number): number {
  if (random.chance(3)) return Math.ceil(units * (1.12 + random.next() * 0.3))
  if (random.chance(4)) return units + Math.max(1, Math.floor(units * 0.08))
  return Math.floor(units * (0.35 + random.next() * 0.65))
}

const codeOf = (random: Random) =>
  Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => ACTIVATION[random.below(16)]).join('')).join('-')

type Told = {
  customer: Customer
  seller: Seller
  word: ProductWord
  id: string
  step: Step
  before: Step | undefined
  at: Date
}

function transactionOf(random: Random, { customer, seller, word, id, step, before, at }: Told): Row {
  const { type, plan, state, byJob } = step
  const mould = mouldOf(word)
  return {
    ...{
      id: random.uuid(at),
      scope: customer.scope,
      at,
      type,
      customerName: customer.name,
      managedBy: seller.company.name,
    },
    ...{
      vendor: 'Trend Micro',
      productId: state.productId,
      productName: mould.name,
      planId: plan.id,
      planName: plan.name,
    },
    ...{ version: state.version, subscriptionId: id, unit: mould.unit },
    unitsBefore: before?.state.units ?? 0,
    unitsAfter: type === 'discontinued' ? 0 : state.units,
    ...{ chargeFromBefore: before?.state.chargeFromOn ?? null, chargeFromAfter: state.chargeFromOn },
    ...{ startsBefore: before?.state.startsOn ?? null, startsAfter: state.startsOn },
    ...{ endsBefore: before?.state.endsOn ?? null, endsAfter: state.endsOn },
    madeBy: byJob ? '' : seller.by.name,
    accountId: byJob ? null : seller.by.id,
    source: byJob ? 'job' : 'console',
    reference: '',
  }
}
