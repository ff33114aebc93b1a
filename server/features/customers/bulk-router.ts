import { carryOutDraft } from '@/server/features/operations/drafts'
import { may, router } from '@/server/trpc/procedures'
import { applyConfirmed, planBulk } from './bulk-plan'
import { bulkSelection, bulkTags, confirmedPlan, planRef } from './bulk-schema'

/** Each bulk change is asked for twice: `plan` shows what it would do to whom, `carryOut` does exactly that. */
export const bulkProcedures = {
  disableMany: router({
    plan: may('customer.disable')
      .input(bulkSelection)
      .mutation(({ ctx, input }) => planBulk(ctx.tx, ctx, { kind: 'customerDisable' }, input.selection)),
    carryOut: may('customer.disable')
      .input(planRef)
      .mutation(({ ctx, input }) => carryOutDraft(ctx.tx, ctx.actor, 'customerDisable', input)),
  }),
  enableMany: router({
    plan: may('customer.disable')
      .input(bulkSelection)
      .mutation(({ ctx, input }) => planBulk(ctx.tx, ctx, { kind: 'customerEnable' }, input.selection)),
    carryOut: may('customer.disable')
      .input(planRef)
      .mutation(({ ctx, input }) => carryOutDraft(ctx.tx, ctx.actor, 'customerEnable', input)),
  }),
  deleteMany: router({
    plan: may('customer.delete')
      .input(bulkSelection)
      .mutation(({ ctx, input }) => planBulk(ctx.tx, ctx, { kind: 'customerDelete' }, input.selection)),
    carryOut: may('customer.delete')
      .input(confirmedPlan)
      .mutation(({ ctx, input }) => applyConfirmed(ctx.tx, ctx.actor, 'customerDelete', input)),
  }),
  tagMany: router({
    plan: may('customer.update')
      .input(bulkTags)
      .mutation(({ ctx, input: { selection, ...tags } }) =>
        planBulk(ctx.tx, ctx, { kind: 'customerTag', ...tags }, selection),
      ),
    carryOut: may('customer.update')
      .input(planRef)
      .mutation(({ ctx, input }) => carryOutDraft(ctx.tx, ctx.actor, 'customerTag', input)),
  }),
}
