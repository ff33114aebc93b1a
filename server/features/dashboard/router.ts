import { mayAtAll } from '@/server/access/decide'
import type { Privilege } from '@/server/access/privileges'
import { may, router } from '@/server/trpc/procedures'
import { figures } from './figures'

export const dashboard = router({
  figures: may('dashboard.view').query(({ ctx }) => {
    const sees = (privilege: Privilege) => mayAtAll(ctx.actor, privilege).ok
    return figures(ctx.tx, ctx.target.scope, {
      ...{ customers: sees('customer.view'), partners: sees('partner.view') },
      ...{ plans: sees('plan.view'), review: sees('plan.approve') },
    })
  }),
})
