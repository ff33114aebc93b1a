import { may, router } from '@/server/trpc/procedures'
import { updateAccount } from './commands'
import { takePersonalData } from './person-commands'
import { getOwnAccount, listOwnSessions } from './queries'
import { localeChoice, ownProfile, passwordChange, sessionRef } from './schema'
import { changePassword, endOtherSessions, endSession, setLocale } from './self-commands'
import { whoAmI } from './self-queries'

/** The person who is signed in. */
export const self = router({
  me: may('self.view').query(({ ctx }) => whoAmI(ctx.tx, ctx.actor)),
  account: may('self.view').query(({ ctx }) => getOwnAccount(ctx.tx, ctx.actor)),
  sessions: may('self.view').query(({ ctx }) => listOwnSessions(ctx.tx, ctx.actor)),
  personalData: may('self.view').mutation(({ ctx: { tx, actor } }) => takePersonalData(tx, actor, 'self.view', actor)),
  update: may('self.update')
    .input(ownProfile)
    .mutation(({ ctx: { tx, actor }, input }) =>
      updateAccount(tx, actor, 'self.update', { ...input, companyId: actor.companyId, accountId: actor.accountId }),
    ),
  setLocale: may('self.update')
    .input(localeChoice)
    .mutation(({ ctx, input }) => setLocale(ctx.tx, ctx.actor, input)),
  changePassword: may('self.update')
    .input(passwordChange)
    .mutation(({ ctx, input }) => changePassword(ctx.tx, ctx.actor, { ...input, address: ctx.address })),
  endSession: may('self.update')
    .input(sessionRef)
    .mutation(({ ctx, input }) => endSession(ctx.tx, ctx.actor, input)),
  endOtherSessions: may('self.update').mutation(({ ctx }) => endOtherSessions(ctx.tx, ctx.actor)),
})
