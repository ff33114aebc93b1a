import type { Tx } from '@/server/db/client'
import { insertKeys } from '@/server/features/keys/insert'
import { addDays, type Day } from '@/server/lib/period'
import type { Seller } from './life-rows'
import type { PlanWord } from './plan-moulds'

type Lot = {
  plan: PlanWord
  batch: string
  count: number
  units: number
  redemptions: number
  /** Days from today. */
  expiresIn: number | null
  /** How many keys of it have been redeemed, and how often each. */
  redeemed: [keys: number, times: number]
  isCancelled?: true
}

/** Keys in every status: free, partly used, used up, expired, cancelled. */
const LOTS: readonly Lot[] = [
  { plan: 'worryFree', batch: 'Trade fair', count: 40, units: 5, redemptions: 1, expiresIn: 120, redeemed: [11, 1] },
  { plan: 'email', batch: 'Partner day', count: 6, units: 10, redemptions: 25, expiresIn: null, redeemed: [4, 3] },
  {
    plan: 'advanced',
    batch: 'Boxes, second print',
    count: 120,
    units: 3,
    redemptions: 1,
    expiresIn: 400,
    redeemed: [23, 1],
  },
  { plan: 'worryFree', batch: 'Webinar', count: 30, units: 5, redemptions: 1, expiresIn: -25, redeemed: [6, 1] },
  { plan: 'cloudApps', batch: 'Newsletter', count: 15, units: 10, redemptions: 1, expiresIn: 9, redeemed: [2, 1] },
  {
    plan: 'worryFree',
    batch: 'Misprint',
    count: 8,
    units: 50,
    redemptions: 1,
    expiresIn: null,
    redeemed: [0, 0],
    isCancelled: true,
  },
]

/** Registration keys of a company; who redeemed them are customers that hold the plan. Keys are secrets: new each time. */
export async function seedKeys(tx: Tx, seller: Seller, today: Day, lots: readonly Lot[] = LOTS): Promise<void> {
  const { scope } = seller.company
  for (const { plan: word, count, expiresIn, redeemed, isCancelled, ...lot } of lots) {
    const plan = seller.plans[word]
    const expiresOn = expiresIn === null ? null : addDays(today, expiresIn)
    const madeOn = addDays(expiresOn ?? today, expiresOn ? -150 : -60)
    const madeAt = `${madeOn < today ? madeOn : addDays(today, -30)}T10:15:00Z`
    const by = seller.by.name
    await insertKeys(tx, { ...lot, scope, planScope: plan.scope, planId: plan.id, expiresOn, createdBy: by }, count)
    await tx.$executeRaw`
      update registration_key set created_at = ${madeAt}::timestamptz,
        cancelled_by = case when ${isCancelled === true} then ${by}::text end,
        cancelled_at = case when ${isCancelled === true} then ${madeAt}::timestamptz + interval '2 hours' end
      where scope = ${scope} and batch = ${lot.batch} and created_at = now()`
    const [keys, times] = redeemed
    await tx.$executeRaw`
      with mine as (
        select id, row_number() over (order by id) as number from registration_key
        where scope = ${scope} and batch = ${lot.batch} and plan_id = ${plan.id}::uuid
      ), bought as (
        select s.id, s.scope, c.contact_name, s.created_at, row_number() over (order by s.created_at desc, s.id) as number
        from subscription s join company c on c.scope = s.scope
        where c.parent_scope = ${scope} and s.plan_id = ${plan.id}::uuid and s.created_at > ${madeAt}::timestamptz
      ), used as (
        insert into key_redemption (scope, key_id, customer_scope, subscription_id, redeemed_by, redeemed_at)
        select ${scope}, k.id, b.scope, b.id, b.contact_name, b.created_at
        from mine k join bought b on (b.number - 1) / ${times}::int + 1 = k.number where k.number <= ${keys}::int
        returning key_id, redeemed_by, redeemed_at
      )
      update registration_key k set redeemed = u.count, last_used_by = u.by, last_used_at = u.at
      from (select key_id, count(*)::int as count, (array_agg(redeemed_by order by redeemed_at desc))[1] as by, max(redeemed_at) as at
        from used group by key_id) u
      where k.id = u.key_id and ${times}::int > 0`
  }
}
