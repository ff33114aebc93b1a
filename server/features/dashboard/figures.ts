import type { Tx } from '@/server/db/client'
import { bitsOf } from '@/server/features/customers/list-filter'
import { LICENCE_CONDITIONS, type LicenceCondition } from '@/server/features/customers/list-options'
import { addDays, type Day } from '@/server/lib/period'
import { chartsAsk, type MonthOfRenewals, type ProductStatuses, productsOf, renewalsOf } from './charts'
import { type Kept, keptOf, sumOf } from './kept'

/** Days ahead within which what runs out is counted, each with what lies before it. The first asks for somebody now. */
const EXPIRY_DAYS = [7, 30, 60, 90] as const
const EXPIRY_DAYS_MAX = 90
const RECENT_DAYS = 30

export type CustomerFigures = {
  enabled: number
  disabled: number
  /** Made in the last 30 days. */
  recent: number
  /** Customers that have a licence in this condition. */
  with: Record<LicenceCondition, number>
  action: number
  warning: number
  /** Customers whose next licence runs out from today up to and with the last day. */
  expiring: { days: number; from: Day; to: Day; count: number }[]
  /** Licences by product, most first. */
  products: ProductStatuses[]
  renewals: MonthOfRenewals[]
}

/** What the dashboard shows. Null: not for this role, or this kind of company. */
export type Figures = {
  customers: CustomerFigures | null
  partners: { active: number; suspended: number } | null
  /** My own, and those that I was given. */
  enabledPlans: number | null
  /** My own that a changed suite has locked. */
  plansToReview: number | null
}

export type Sees = { customers: boolean; partners: boolean; plans: boolean; review: boolean }

const RED = bitsOf('grace') | bitsOf('expired') | bitsOf('suspended')
/** Of the two degrees of use beyond what is provisioned the higher one is red. */
const FAR_OVER = bitsOf('exceeded') & (bitsOf('exceeded') << 1)
const YELLOW = bitsOf('expiringSoon') | (bitsOf('exceeded') ^ FAR_OVER)

/** How companies, licences and plans stand below me, from figures that are kept: three statements, whatever lies below. */
export async function figures(tx: Tx, scope: string, sees: Sees): Promise<Figures> {
  const { today, enabledPlans, lockedPlans } = await plansOf(tx, scope)
  const kept = sees.customers || sees.partners ? await keptOf(tx, scope, askFor(today)) : {}
  return {
    customers: sees.customers ? { ...customersOf(kept, today), products: await named(tx, productsOf(kept)) } : null,
    partners: sees.partners ? { active: kept.partner?.active ?? 0, suspended: kept.partner?.suspended ?? 0 } : null,
    enabledPlans: sees.plans ? enabledPlans : null,
    plansToReview: sees.review ? lockedPlans : null,
  }
}

const askFor = (today: Day) => [
  { figure: 'customer' as const },
  { figure: 'partner' as const },
  { figure: 'created' as const, from: addDays(today, -RECENT_DAYS) },
  { figure: 'bits' as const },
  { figure: 'expiry' as const, from: today, to: addDays(today, EXPIRY_DAYS_MAX) },
  ...chartsAsk(today),
]

function customersOf(kept: Kept, today: Day): Omit<CustomerFigures, 'products'> {
  const having = (mask: number) => sumOf(kept.bits, (bits) => (Number(bits) & mask) !== 0)
  return {
    enabled: kept.customer?.enabled ?? 0,
    disabled: kept.customer?.disabled ?? 0,
    recent: sumOf(kept.created),
    with: Object.fromEntries(LICENCE_CONDITIONS.map((one) => [one, having(bitsOf(one))])) as Record<
      LicenceCondition,
      number
    >,
    action: having(RED | FAR_OVER),
    warning: having(YELLOW),
    expiring: EXPIRY_DAYS.map((days) => {
      const to = addDays(today, days)
      return { days, from: today, to, count: sumOf(kept.expiry, (day) => day <= to) }
    }),
    renewals: renewalsOf(kept, today),
  }
}

/** The day it is, and how many plans: one's own, those that one's parent gave, and one's own that are locked. */
async function plansOf(tx: Tx, scope: string): Promise<{ today: Day; enabledPlans: number; lockedPlans: number }> {
  const [row] = await tx.$queryRaw<{ today: Day; own: number; given: number; locked: number }[]>`
    select company_today(${scope})::text as today, own, locked,
      (select count(*) from plan_grant g join service_plan p on p.id = g.plan_id
       where g.scope = ${scope} and p.enabled)::int as given
    from (select count(*) filter (where enabled)::int as own,
        count(*) filter (where locked_at is not null)::int as locked
      from service_plan where scope = ${scope}) mine`
  if (!row) throw new Error('the database gave no day')
  return { today: row.today, enabledPlans: row.own + row.given, lockedPlans: row.locked }
}

async function named(tx: Tx, products: readonly ProductStatuses[]): Promise<ProductStatuses[]> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from product where id = any (${products.map(({ productId }) => productId)}::uuid[])`
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return products.map((product) => ({ ...product, name: names.get(product.productId) ?? '' }))
}
