import { may, router } from '@/server/trpc/procedures'
import { carryOutCancel, planCancel } from './bulk-cancel'
import { generateKeys, removeCancelled, revealKey } from './commands'
import { countKeys, listKeyPlans, listKeys, listPlansWithKeys } from './queries'
import { keyCount, keyPage, keyRef, newKeys, operationRef, planSearch, selectedKeys } from './schema'

const viewerOf = ({ actor, target }: { actor: { timeZone: string }; target: { scope: string } }) => ({
  scope: target.scope,
  timeZone: actor.timeZone,
})

/** Registration keys: their list, generating, showing, cancelling them. */
export const keys = router({
  list: may('key.view')
    .input(keyPage)
    .query(({ ctx, input }) => listKeys(ctx.tx, viewerOf(ctx), input)),
  count: may('key.view')
    .input(keyCount)
    .query(({ ctx, input }) => countKeys(ctx.tx, viewerOf(ctx), input)),
  plansOfKeys: may('key.view')
    .input(planSearch)
    .query(({ ctx, input }) => listPlansWithKeys(ctx.tx, viewerOf(ctx), input)),
  plans: may('key.create')
    .input(planSearch)
    .query(({ ctx, input }) => listKeyPlans(ctx.tx, ctx.target.scope, input)),
  generate: may('key.create')
    .input(newKeys)
    .mutation(({ ctx, input }) => generateKeys(ctx.tx, ctx, input)),
  // Seeing a key is as good as having it: who may not hand out keys (a suspended partner) is not shown any.
  reveal: may('key.create')
    .input(keyRef)
    .mutation(({ ctx, input }) => revealKey(ctx.tx, ctx.actor, input, ctx)),
  cancelMany: router({
    plan: may('key.cancel')
      .input(selectedKeys)
      .mutation(({ ctx, input }) => planCancel(ctx.tx, ctx, input)),
    carryOut: may('key.cancel')
      .input(operationRef)
      .mutation(({ ctx, input }) => carryOutCancel(ctx.tx, ctx.actor, input)),
  }),
  removeCancelled: may('key.cancel')
    .input(selectedKeys)
    .mutation(({ ctx, input }) => removeCancelled(ctx.tx, ctx, input)),
})
