import type { Tx } from '@/server/db/client'
import { addDays, type Day } from '@/server/lib/period'
import type { Catalogue } from './catalogue'
import { insertRows } from './insert'
import { lifeOf } from './life'
import { addLife, type Customer, type LicenceRows, type Seller } from './life-rows'
import type { PlanWord } from './plan-moulds'
import type { PlanSeed } from './plans'
import { mouldOf, PRODUCT_WORDS, type ProductWord } from './products'
import type { Random } from './random'

/** How often a product is bought, and as which plan. */
const DEMAND: Record<ProductWord, { percent: number; plans: readonly PlanWord[]; trial?: PlanWord }> = {
  worryFree: { percent: 66, plans: ['worryFree', 'worryFree', 'worryFreeMonthly'], trial: 'trial' },
  email: { percent: 42, plans: ['email'], trial: 'emailTrial' },
  cloudApps: { percent: 36, plans: ['cloudApps'] },
  web: { percent: 22, plans: ['web', 'web', 'former'] },
  cloudEdge: { percent: 14, plans: ['cloudEdge'] },
  suite: { percent: 13, plans: ['suite'] },
  advanced: { percent: 18, plans: ['advanced'] },
  standard: { percent: 7, plans: ['standard'] },
}

/** `factor` raises demand: 1 gives some two and a half products to a customer. */
export function licencesFor(
  random: Random,
  rows: LicenceRows,
  customer: Customer,
  seller: Seller,
  { today, factor, mayHave }: { today: Day; factor: number; mayHave: (plan: PlanWord) => boolean },
): void {
  const size = 3 + Math.floor(random.next() ** 3 * 240)
  for (const word of PRODUCT_WORDS) {
    const { percent, plans, trial } = DEMAND[word]
    if (!random.chance(percent * factor)) continue
    const planWord = random.pick(plans)
    if (!mayHave(planWord)) continue
    const plan = seller.plans[planWord]
    const boughtOn = boughtOnFor(random, customer, plan, seller.catalogue, today)
    if (boughtOn === null) continue
    const tried = trial && mayHave(trial) && random.chance(18) ? seller.plans[trial] : undefined
    const units = mouldOf(word).unit === 'devices' && word === 'cloudEdge' ? 1 + random.below(4) : size
    const { changedOn } = seller.catalogue
    const life = lifeOf(random, {
      ...{ plan, boughtOn, units, today, changedOn: word === 'suite' && plan.isReviewed ? changedOn : null },
      ...(tried && { trial: tried }),
    })
    addLife(random, rows, customer, seller, word, life, today)
  }
}

/** A free licence of the seller's own for one of its customers. */
export function addNfr(random: Random, rows: LicenceRows, customer: Customer, seller: Seller, today: Day): void {
  const boughtOn = boughtOnFor(random, customer, seller.plans.nfr, seller.catalogue, today) ?? today
  const life = lifeOf(random, {
    plan: seller.plans.nfr,
    boughtOn: addDays(today, -40) > boughtOn ? addDays(today, -40) : boughtOn,
    units: 25,
    today,
    changedOn: null,
  })
  addLife(random, rows, customer, seller, 'worryFree', life.slice(0, 1), today)
}

/** A day since which the customer may have it; half of them bought in the first months. */
function boughtOnFor(
  random: Random,
  { createdAt }: Customer,
  plan: PlanSeed,
  catalogue: Catalogue,
  today: Day,
): Day | null {
  const since = addDays(createdAt.toISOString().slice(0, 10), 1)
  if (since > today) return null
  const days = Math.floor((Date.parse(today) - Date.parse(since)) / 86_400_000)
  const boughtOn = addDays(since, Math.floor((random.chance(50) ? random.next() ** 3 : random.next()) * (days + 1)))
  // Sales of what is no longer sold ended; old plans are sold no more.
  if (mouldOf(plan.product).endOfSaleIn !== undefined && boughtOn >= addDays(today, -70)) return null
  const { changedOn } = catalogue
  return plan.product === 'suite' && changedOn && !plan.isReviewed && boughtOn >= changedOn ? null : boughtOn
}

/** Writes everything, and gives what the trigger keeps the times at which it really was so. */
export async function writeLicences(tx: Tx, rows: LicenceRows): Promise<void> {
  await insertRows(tx, 'subscription', rows.subscription)
  await insertRows(tx, 'licence', rows.licence)
  await insertRows(tx, 'subscription_period', rows.period)
  await tx.$executeRaw`
    update subscription_version v set valid_from = s.updated_at from subscription s
    where s.scope = v.scope and s.id = v.subscription_id and s.revision = v.revision and v.valid_from = app_now() and s.updated_at < app_now()`
  await insertRows(tx, 'subscription_version', rows.version)
  await insertRows(tx, 'customer_transaction', rows.transaction)
  // What is used was reported afterwards: the customers' figures follow.
  const scopes = [...new Set(rows.subscription.map(({ scope }) => scope))]
  await tx.$executeRaw`select count_licences(array(select jsonb_array_elements_text(${JSON.stringify(scopes)}::jsonb)))`
}
