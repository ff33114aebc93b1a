import { mayAtAll } from '@/server/access/decide'
import { may, router } from '@/server/trpc/procedures'
import { licenceTally } from './licence-tally'
import { tally } from './queries'

export const dashboard = router({
  tally: may('dashboard.view').query(({ ctx }) =>
    tally(ctx.tx, {
      scope: ctx.target.scope,
      seesCustomers: mayAtAll(ctx.actor, 'customer.view').ok,
      seesPartners: mayAtAll(ctx.actor, 'partner.view').ok,
    }),
  ),
  licences: may('dashboard.view').query(({ ctx }) =>
    licenceTally(ctx.tx, {
      scope: ctx.target.scope,
      seesCustomers: mayAtAll(ctx.actor, 'customer.view').ok,
      seesPlans: mayAtAll(ctx.actor, 'plan.view').ok,
    }),
  ),
})
