import { mayAtAll } from '@/server/access/decide'
import { may, router } from '@/server/trpc/procedures'
import { tally } from './queries'

export const dashboard = router({
  tally: may('dashboard.view').query(({ ctx }) =>
    tally(ctx.tx, {
      scope: ctx.target.scope,
      seesCustomers: mayAtAll(ctx.actor, 'customer.view').ok,
      seesPartners: mayAtAll(ctx.actor, 'partner.view').ok,
    }),
  ),
})
