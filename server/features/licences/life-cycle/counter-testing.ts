import { asSystem } from '@/server/db/system'
import { todayOf } from '@/server/features/companies/today'
import { allocate, herd, plan, product } from '@/server/features/licences/testing'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase } from '@/server/testing/database'
import { letDaysPass } from '@/server/testing/days'
import type { World } from '@/server/testing/world'
import type { Offer } from './model'
import { OFFERS } from './offers'
import type { Pool } from './shop'

/** What the pools hold before anything is sold: `mail` is not sold as a trial, and refills. */
export const POOLS: Readonly<Record<string, Pool>> = {
  'wfbs full': { allocated: 120, provisioned: 0, refill: false },
  'wfbs trial': { allocated: 60, provisioned: 0, refill: false },
  'wfbs-advanced full': { allocated: 5, provisioned: 0, refill: true },
  'mail full': { allocated: 5_000, provisioned: 0, refill: false },
}

/** The same partner in the database: who sells, what, and to whom. */
export type Counter = Awaited<ReturnType<typeof openCounter>>

/** The time zone in which it is about noon: no day ends while a life is compared. */
const noon = () => {
  const hours = new Date().getUTCHours() - 12
  return `Etc/GMT${hours < 0 ? '' : '+'}${hours}`
}

/** Sets up what the partner sells. */
export async function openCounter(database: TestDatabase, world: World) {
  const { msp } = world.one
  await asSystem((tx) => tx.account.update({ where: { id: msp.admin.id }, data: { timeZone: noon() } }))
  const products = new Map<string, string>()
  for (const { product: name, family, software, manageable } of OFFERS) {
    if (products.has(name)) continue
    products.set(name, await product(world.one, { name, family, manageable, kind: software ? 'software' : 'saas' }))
  }
  const productId = (name: string) => products.get(name) ?? ''
  for (const [key, { allocated, refill }] of Object.entries(POOLS)) {
    const [name = '', version] = key.split(' ')
    await allocate(msp, productId(name), allocated, { refill, version: version === 'trial' ? 'trial' : 'full' })
  }
  const plans = new Map<string, string>()
  for (const offer of OFFERS) plans.set(offer.id, await plan(msp, productId(offer.product), termsOf(offer)))
  return {
    database,
    caller: callerOf(msp.admin),
    msp,
    productId,
    plans,
    planId: ({ id }: Offer) => plans.get(id) ?? '',
  }
}

const termsOf = (offer: Offer) => ({
  version: offer.trial ? ('trial' as const) : ('full' as const),
  activationPolicy: offer.waits ? ('firstSignIn' as const) : ('immediately' as const),
  managed: offer.managed,
  initialMonths: offer.months,
  autoRenew: offer.auto,
  renewMonths: offer.renewMonths,
  noticeDays: offer.notice,
  graceDays: offer.grace,
  enabled: offer.enabled,
})

/** One life of the partner: its customers, and what each has bought, in the order of the model's. */
export type Real = Counter & { days: number; buyers: { id: string; scope: string; subscriptionIds: string[] }[] }

/** New customers on a day so many days from now; those of the life before are gone, and what they took is back. */
export async function beginLife(counter: Counter, before: Real | null, buyers: number, days: number): Promise<Real> {
  const { database, msp } = counter
  await sql(database.superuserUrl, 'delete from company where scope = any ($1)', [
    before?.buyers.map(({ scope }) => scope) ?? [],
  ])
  await sql(database.superuserUrl, 'update service_plan set locked_at = null where scope = $1', [msp.scope])
  for (const [key, { allocated }] of Object.entries(POOLS)) {
    const [name = '', version] = key.split(' ')
    await sql(
      database.superuserUrl,
      'update allocation set provisioned = 0, allocated = $4 where scope = $1 and product_id = $2 and version = $3',
      [msp.scope, counter.productId(name), version, allocated],
    )
  }
  await letDaysPass(database, days)
  const customers = await herd(msp, buyers)
  return { ...counter, days, buyers: customers.map((customer) => ({ ...customer, subscriptionIds: [] })) }
}

export const dayOf = ({ msp }: Counter): Promise<string> => asSystem((tx) => todayOf(tx, msp.scope))
