import { may, mayAlone, router } from '@/server/trpc/procedures'
import { updateAccount } from './commands'
import { takePersonalData } from './person-commands'
import { getOwnAccount, listOwnSessions } from './queries'
import { localeChoice, ownProfile, passwordChange, sessionRef } from './schema'
import { changePassword, endOtherSessions, endSession, setLocale } from './self-commands'
import { whoAmI } from './self-queries'
import { beginTwoFactor, confirmTwoFactor, disableTwoFactor, ownTwoFactor, renewRecoveryCodes } from './two-factor'
import { passwordProof, twoFactorCode } from './two-factor-schema'

/** The person who is signed in. */
export const self = router({
  me: mayAlone('self.view').query(({ ctx }) => whoAmI(ctx.actor)),
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
  twoFactor: may('self.view').query(({ ctx }) => ownTwoFactor(ctx.tx, ctx.actor)),
  beginTwoFactor: may('self.update').mutation(({ ctx }) => beginTwoFactor(ctx.tx, ctx.actor)),
  confirmTwoFactor: may('self.update')
    .input(twoFactorCode)
    .mutation(({ ctx, input }) => confirmTwoFactor(ctx.tx, ctx.actor, input)),
  renewRecoveryCodes: may('self.update')
    .input(passwordProof)
    .mutation(({ ctx, input }) => renewRecoveryCodes(ctx.tx, ctx.actor, { ...input, address: ctx.address })),
  disableTwoFactor: may('self.update')
    .input(passwordProof)
    .mutation(({ ctx, input }) => disableTwoFactor(ctx.tx, ctx.actor, { ...input, address: ctx.address })),
})
