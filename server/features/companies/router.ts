import { z } from 'zod'
import { may, router } from '@/server/trpc/procedures'
import { updateProfile } from './commands'
import { getOwnCompany } from './own'
import { ownCompanyProfile, version } from './schema'

/** One's own company: Administration › Company information. */
export const company = router({
  get: may('company.view').query(({ ctx }) => getOwnCompany(ctx.tx, ctx.actor)),
  update: may('company.update')
    .input(z.object({ version, profile: ownCompanyProfile }))
    .mutation(({ ctx: { tx, actor }, input }) =>
      updateProfile(tx, actor, 'company.update', { ...input, companyId: actor.companyId }),
    ),
})
