import { expect } from 'vitest'
import { Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'
import { asSystem } from '@/server/db/system'
import { todayOf } from '@/server/features/companies/today'
import { nextDifference } from './command'
import type { Counter, Real } from './counter-testing'
import { toText } from './model'
import type { Held, Paper, Shop } from './shop'
import { figuresOf } from './shop-figures'

const { sql } = Prisma

const TERMS = sql`plan_id as plan, version::text as version, units, starts_on::text as from, ends_on::text as to,
  auto_renew as auto, renew_months as months, notice_days as notice, grace_days as grace, managed, awaiting_sign_in as waits,
  suspended_ends_on::text as suspended, cancelled_on is not null as dead`

/** A state by the names of the statement above. */
const termsOf = (counter: Counter, paper: Paper) => ({
  plan: counter.planId(paper.offer),
  version: paper.offer.trial ? 'trial' : 'full',
  units: paper.units,
  from: toText(paper.from),
  to: toText(paper.to),
  auto: paper.auto,
  months: paper.renewMonths,
  notice: paper.notice,
  grace: paper.grace,
  managed: paper.managed,
  waits: paper.waits,
  suspended: paper.originalTo === null ? null : toText(paper.originalTo),
  dead: paper.dead,
})

type LicenceRow = { scope: string; id: string; next: string | null }
type VersionRow = { scope: string; subscription: string }
type FigureRow = { scope: string; productIds: string[]; planIds: string[]; tallied: string[] }
type PoolRow = { productId: string; version: string; allocated: number; provisioned: number }

/** What the database keeps of all that was sold. */
async function readAll(tx: Tx, { msp, buyers, plans }: Real) {
  const scopes = buyers.map(({ scope }) => scope)
  return {
    today: await todayOf(tx, msp.scope),
    licences: await tx.$queryRaw<LicenceRow[]>`
      select scope, id, ${TERMS}, revision, pooled_units as pooled, next_change_on::text as next from subscription
      where scope = any (${scopes}::text[])`,
    versions: await tx.$queryRaw<VersionRow[]>`
      select scope, subscription_id as subscription, revision, ${TERMS}, valid_to is null as "isOpen",
        valid_from = coalesce(lag(valid_to) over (partition by subscription_id order by revision), valid_from) as follows,
        (select count(*)::int from customer_transaction t
          where t.scope = v.scope and t.subscription_id = v.subscription_id and t.at = v.valid_from and t.ends_after = v.ends_on
            and t.units_after = case when t.type = 'discontinued' then 0 else v.units end) as transactions
      from subscription_version v where scope = any (${scopes}::text[]) order by revision`,
    transactions: await tx.customerTransaction.count({ where: { scope: { in: scopes } } }),
    figures: await tx.$queryRaw<FigureRow[]>`
      select scope, product_names as products, product_ids as "productIds", plan_ids as "planIds", managed, units_provisioned as units,
        units_used as used, next_expiry_on::text as "nextExpiryOn", licence_action as action, licence_warning as warning,
        licence_bits as bits, licence_figures as tallied, last_transaction_at is not distinct from
          (select max(at) from customer_transaction t where t.scope = c.scope) as "isSeen"
      from company c where scope = any (${scopes}::text[])`,
    pools: await tx.$queryRaw<PoolRow[]>`
      select product_id as "productId", version::text as version, allocated, provisioned from allocation where scope = ${msp.scope}`,
    plans: await tx.servicePlan.findMany({
      where: { id: { in: [...plans.values()] }, customers: { gt: 0 } },
      select: { id: true, customers: true },
    }),
  }
}
type Kept = Awaited<ReturnType<typeof readAll>>

type Sold = {
  real: Real
  shop: Shop
  at: number
  kept: Kept
  scope: string
  held: readonly Held[]
  ids: readonly string[]
}

/** Everything that the database keeps of what was sold is what the model says: asked after every step. */
export async function compare(real: Real, shop: Shop): Promise<void> {
  const kept = await asSystem((tx) => readAll(tx, real))
  expect(kept.today).toBe(toText(shop.today))
  for (const [at, { scope, subscriptionIds: ids }] of real.buyers.entries()) {
    const sold = { real, shop, at, kept, scope, held: shop.buyer(at).held, ids }
    expect(ids).toHaveLength(sold.held.length)
    compareLicences(sold)
    compareVersions(sold)
    compareFigures(sold)
  }
  expect(kept.transactions).toBe(kept.versions.length)
  comparePools(real, shop, kept)
  comparePlans(real, shop, kept)
  await comparePast(real, shop)
}

function compareLicences({ real, shop, kept, scope, held, ids }: Sold): void {
  const found = kept.licences.filter((row) => row.scope === scope)
  expect(found).toHaveLength(ids.length)
  for (const [which, { paper, taken, states }] of held.entries()) {
    const row = found.find(({ id }) => id === ids[which])
    expect(row).toMatchObject({ ...termsOf(real, paper), revision: states.length, pooled: taken })
    // The day on which it is looked at again may be too early, never too late.
    const next = nextDifference(shop.modelOf(false, paper))
    expect([row?.next === null, (row?.next ?? '') <= (next ?? '')]).toEqual([next === null, true])
  }
}

/** Each state that a licence has had is kept, one after the other without a gap, and each by one transaction. */
function compareVersions({ real, kept, held, ids }: Sold): void {
  for (const [which, { states }] of held.entries()) {
    expect(kept.versions.filter(({ subscription }) => subscription === ids[which])).toMatchObject(
      states.map((paper, index) => ({
        ...termsOf(real, paper),
        revision: index + 1,
        isOpen: index === states.length - 1,
        follows: true,
        transactions: 1,
      })),
    )
  }
}

function compareFigures({ real, shop, at, kept, scope }: Sold): void {
  const found = kept.figures.find((row) => row.scope === scope)
  const { plans, tallied, ...figures } = figuresOf(shop, shop.buyer(at))
  expect(found).toMatchObject({ ...figures, isSeen: true })
  expect(found?.tallied.toSorted()).toEqual(
    tallied.map((line) => line.replace(/^product (\S+)/, (_, name) => `product ${real.productId(name)}`)).sort(),
  )
  expect(found?.productIds.toSorted()).toEqual(figures.products.map(real.productId).sort())
  expect(found?.planIds.toSorted()).toEqual(plans.map((id) => real.plans.get(id)).sort())
}

function comparePools(real: Real, { pools }: Shop, kept: Kept): void {
  for (const [key, { allocated, provisioned }] of pools) {
    const [name = '', version] = key.split(' ')
    const found = kept.pools.find((row) => row.productId === real.productId(name) && row.version === version)
    expect({ key, ...found }).toMatchObject({ key, allocated, provisioned })
  }
}

/** How many hold a plan. */
function comparePlans(real: Real, { buyers }: Shop, kept: Kept): void {
  const alive = buyers.flatMap(({ held }) => held.filter(({ paper }) => !paper.dead))
  const counts = Map.groupBy(alive, ({ paper }) => real.planId(paper.offer))
  expect(new Map(kept.plans.map(({ id, customers }) => [id, customers]))).toEqual(
    new Map([...counts].map(([id, all]) => [id, all.length])),
  )
}

/** What one customer had on one of the days before, read back as a person does. */
async function comparePast(real: Real, shop: Shop): Promise<void> {
  const days = [...shop.past.keys()]
  const at = days.length % real.buyers.length
  const day = days[Math.floor(days.length / 2)]
  if (day === undefined) return
  const found = await real.caller.licences.asOf({ companyId: real.buyers[at]?.id ?? '', day: toText(day) })
  const papers = shop.past.get(day)?.[at] ?? []
  expect(found).toHaveLength(papers.length)
  for (const [which, paper] of papers.entries()) {
    const row = found.find(({ subscriptionId }) => subscriptionId === real.buyers[at]?.subscriptionIds[which])
    const terms = { units: paper.units, startsOn: toText(paper.from), endsOn: toText(paper.to) }
    expect(row).toMatchObject({ ...terms, status: shop.statusOf(paper, false, day) })
  }
}

/** The figures, counted once more by the database from its own rows, stay as they are. */
export async function recount({ buyers }: Real): Promise<void> {
  const scopes = buyers.map(({ scope }) => scope)
  await asSystem(async (tx) => {
    const figures = () =>
      tx.$queryRaw`select to_jsonb(c) as c from company c where scope = any (${scopes}::text[]) order by scope`
    const before = await figures()
    await tx.$queryRaw`select count_licences(${scopes}::text[])::text`
    expect(await figures()).toEqual(before)
  })
}
