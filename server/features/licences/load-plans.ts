import type { Tx } from '@/server/db/client'
import type { ActivationPolicy, Plan } from '@/server/features/plans/rules'
import type { ProductKind, ProductUnit, Version } from '@/server/features/products/rules'
import type { Day } from '@/server/lib/period'

/** A plan with what a screen names it by. */
export type LoadedPlan = Plan & { unit: ProductUnit; revision: number }

/** Plans as each managing company sees them; undefined for what is out of reach or never was. */
export type Plans = (managingScope: string, planId: string) => LoadedPlan | undefined

type Row = {
  id: string
  scope: string
  name: string
  enabled: boolean
  locked: boolean
  revision: number
  productId: string
  version: Version
  nfr: boolean
  activationPolicy: ActivationPolicy
  managed: boolean
  initialMonths: number
  autoRenew: boolean
  renewMonths: number
  noticeDays: number
  graceDays: number
  trialForm: boolean
  unit: ProductUnit
  productName: string
  kind: ProductKind
  family: string
  trialOffered: boolean
  fullOffered: boolean
  nfrOffered: boolean
  manageable: boolean
  endOfSaleOn: Day | null
  endOfLifeOn: Day | null
  grantedTo: string[]
  nfrTakenBy: string[]
}

/** Loads plans for those managing companies. */
export async function loadPlans(tx: Tx, managingScopes: readonly string[], planIds: readonly string[]): Promise<Plans> {
  const managing = [...new Set(managingScopes)]
  const rows = await tx.$queryRaw<Row[]>`
    select p.id, p.scope, p.name, p.enabled, p.locked_at is not null as locked, p.revision, p.product_id as "productId",
      p.version::text as version, p.nfr, p.activation_policy::text as "activationPolicy", p.managed,
      p.initial_months as "initialMonths", p.auto_renew as "autoRenew", p.renew_months as "renewMonths",
      p.notice_days as "noticeDays", p.grace_days as "graceDays", p.trial_form as "trialForm", r.unit::text as unit,
      r.name as "productName", r.kind::text as kind, r.family, r.trial_offered as "trialOffered", r.full_offered as "fullOffered",
      r.nfr_offered as "nfrOffered", r.manageable, r.end_of_sale_on::text as "endOfSaleOn", r.end_of_life_on::text as "endOfLifeOn",
      array(select g.scope from plan_grant g where g.plan_id = p.id and g.scope = any (${managing}::text[])) as "grantedTo",
      case when not p.nfr then '{}' else array(
        select m.scope from unnest(${managing}::text[]) as m (scope) where exists (
          select from subscription s where s.nfr and s.cancelled_on is null and s.product_id = p.product_id
            and regexp_replace(s.scope, '[^.]+\\.$', '') = m.scope)) end as "nfrTakenBy"
    from service_plan p join product r on r.id = p.product_id
    where p.id = any (${[...new Set(planIds)]}::uuid[])`
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (managingScope, planId) => {
    const row = byId.get(planId)
    return row && asPlan(row, managingScope)
  }
}

function asPlan(row: Row, managingScope: string): LoadedPlan {
  const { scope, grantedTo, nfrTakenBy, productName, kind, family, trialOffered, fullOffered, nfrOffered } = row
  const { manageable, endOfSaleOn, endOfLifeOn, ...plan } = row
  return {
    ...plan,
    granted: scope === managingScope || grantedTo.includes(managingScope),
    nfrTaken: nfrTakenBy.includes(managingScope),
    product: {
      name: productName,
      kind,
      family,
      trialOffered,
      fullOffered,
      nfrOffered,
      manageable,
      endOfSaleOn,
      endOfLifeOn,
    },
  }
}
