import { may, router } from '@/server/trpc/procedures'
import { affectedBy, policyOf, setPolicy } from './two-factor-policy'
import { twoFactorPolicy } from './two-factor-schema'

/** Who must have a second factor, in one's own company and below it. */
export const twoFactor = router({
  policy: may('company.view').query(({ ctx }) => policyOf(ctx.tx, ctx.actor)),
  affected: may('company.update')
    .input(twoFactorPolicy)
    .query(({ ctx, input }) => affectedBy(ctx.tx, ctx.actor, input)),
  setPolicy: may('company.update')
    .input(twoFactorPolicy)
    .mutation(({ ctx, input }) => setPolicy(ctx.tx, ctx.actor, input)),
})
