import type { Tx } from '@/server/db/client'
import type { Figure } from './kept'

export type Counted = { scope: string; figure: Figure; key: string; count: number }

/** Everything that is kept, as it is kept. */
export const keptEverywhere = (tx: Tx): Promise<Counted[]> => tx.$queryRaw<Counted[]>`
  select scope, figure, key, sum(count)::int as count from tally group by 1, 2, 3 having sum(count) <> 0 order by 1, 2, 3`

/** The same, counted by the simplest SQL there is from companies and subscriptions as they are today. */
export const countedPlainly = (tx: Tx): Promise<Counted[]> => tx.$queryRaw<Counted[]>`
  with below as (
    select c.*, above.scope as whose, company_today(c.parent_scope) as today, m.status <> 'cancelled' and c.status = 'enabled' as alive
    from company c join company m on m.scope = c.parent_scope
    join company above on above.scope in (c.parent_scope, split_part(c.scope, '.', 1) || '.')
  ), licensed as (
    select b.whose, s.*, licence_status_on(s.starts_on, s.ends_on, s.notice_days, s.grace_days, s.awaiting_sign_in,
      s.suspended_ends_on, s.cancelled_on, b.alive, b.today) as status
    from below b join subscription s on s.scope = b.scope where s.cancelled_on is null
  )
  select whose as scope, case when kind = 'customer' then 'customer' else 'partner' end as figure, status::text as key, count(*)::int as count
    from below group by 1, 2, 3
  union all select whose, 'created', to_char(created_at at time zone 'UTC', 'YYYY-MM-DD'), count(*)::int
    from below where kind = 'customer' group by 1, 2, 3
  union all select whose, 'bits', licence_bits::text, count(*)::int from below where licence_bits > 0 group by 1, 2, 3
  union all select whose, 'expiry', to_char(day, 'YYYY-MM-DD'), count(*)::int from (
      select whose, scope, min(ends_on) as day from licensed where status in ('active', 'expiringSoon', 'notStarted') group by 1, 2) next
    group by 1, 2, 3
  union all select whose, 'product', product_id || ' ' || status, count(*)::int from licensed group by 1, 2, 3
  union all select whose, 'term', to_char(ends_on, 'YYYY-MM') || case when auto_renew then ' auto' else ' once' end, count(*)::int
    from licensed where version = 'full' and status in ('active', 'expiringSoon', 'notStarted') group by 1, 2, 3
  order by 1, 2, 3`
