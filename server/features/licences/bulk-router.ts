import { carryOutDraft } from '@/server/features/operations/drafts'
import { may, router } from '@/server/trpc/procedures'
import { planAssignments } from './bulk-assign'
import { planLicences } from './bulk-plan'
import { bulkAssignment, bulkModification, bulkRenewal, bulkResumption, bulkSuspension, planRef } from './bulk-schema'

/** Each bulk change is asked for twice: `plan` shows what it would do to which licence, `carryOut` does exactly that. */
export const bulkProcedures = {
  assignMany: router({
    plan: may('licence.assign')
      .input(bulkAssignment)
      .mutation(({ ctx, input }) => planAssignments(ctx.tx, ctx, input)),
    carryOut: may('licence.assign')
      .input(planRef)
      .mutation(({ ctx, input }) => carryOutDraft(ctx.tx, ctx.actor, 'licenceAssign', input)),
  }),
  renewMany: router({
    plan: may('licence.renew')
      .input(bulkRenewal)
      .mutation(({ ctx, input }) =>
        planLicences(ctx.tx, ctx, { kind: 'licenceRenew', ...(input.months ? { months: input.months } : {}) }, input),
      ),
    carryOut: may('licence.renew')
      .input(planRef)
      .mutation(({ ctx, input }) => carryOutDraft(ctx.tx, ctx.actor, 'licenceRenew', input)),
  }),
  modifyMany: router({
    plan: may('licence.modify')
      .input(bulkModification)
      .mutation(({ ctx, input }) =>
        planLicences(ctx.tx, ctx, { kind: 'licenceModify', changes: input.changes }, input),
      ),
    carryOut: may('licence.modify')
      .input(planRef)
      .mutation(({ ctx, input }) => carryOutDraft(ctx.tx, ctx.actor, 'licenceModify', input)),
  }),
  suspendMany: router({
    plan: may('licence.suspend')
      .input(bulkSuspension)
      .mutation(({ ctx, input }) =>
        planLicences(ctx.tx, ctx, { kind: 'licenceSuspend', ...(input.endsOn ? { endsOn: input.endsOn } : {}) }, input),
      ),
    carryOut: may('licence.suspend')
      .input(planRef)
      .mutation(({ ctx, input }) => carryOutDraft(ctx.tx, ctx.actor, 'licenceSuspend', input)),
  }),
  resumeMany: router({
    plan: may('licence.suspend')
      .input(bulkResumption)
      .mutation(({ ctx, input }) => planLicences(ctx.tx, ctx, { kind: 'licenceResume' }, input)),
    carryOut: may('licence.suspend')
      .input(planRef)
      .mutation(({ ctx, input }) => carryOutDraft(ctx.tx, ctx.actor, 'licenceResume', input)),
  }),
}
