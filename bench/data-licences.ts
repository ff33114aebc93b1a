import type { Client } from 'pg'
import { TOP_SCOPE } from './data'

/** How many subscriptions rows 8 and 9 work on. */
export const SUBSCRIPTIONS = 10_000

const PRODUCT = '00000000-0000-7000-8000-000000000001'

/** A product, a plan and a pool for every partner, and a subscription each for the first customers; everything else follows by triggers. */
const STATEMENTS = [
  `insert into product (id, scope, vendor, code, name, family, kind, unit)
   values ('${PRODUCT}', '${TOP_SCOPE}', 'Bench', 'BENCH0001', 'Bench protection', 'bench', 'saas', 'seats')`,
  `insert into service_plan (scope, name, product_scope, product_id, version, initial_months, notice_days, grace_days)
   select scope, 'Bench plan', '${TOP_SCOPE}', '${PRODUCT}', 'full', 12, 60, 30 from company where kind = 'msp'`,
  `insert into allocation (scope, product_scope, product_id, version, allocated)
   select scope, '${TOP_SCOPE}', '${PRODUCT}', 'full', 99999999 from company where kind = 'msp'`,
  `insert into subscription (scope, plan_scope, plan_id, product_scope, product_id, version, units, anchor_day, starts_on, ends_on,
     charge_from_on, initial_months, renew_months, notice_days, grace_days)
   select c.scope, p.scope, p.id, p.product_scope, p.product_id, 'full', 10, 15, current_date - 335, current_date + 30,
     current_date - 335, 12, 12, 60, 30
   from (select scope, parent_scope from company where kind = 'customer' and status = 'enabled' order by id limit ${SUBSCRIPTIONS}) c
   join service_plan p on p.scope = c.parent_scope`,
  `insert into licence (scope, subscription_id, product_scope, product_id, used_units)
   select scope, id, product_scope, product_id, 7 from subscription`,
  'analyze',
]

/** Adds licences to a data set, signed in as superuser. */
export async function addLicences(client: Client): Promise<void> {
  for (const statement of STATEMENTS) await client.query(statement)
}
