import { may, router } from '@/server/trpc/procedures'
import { cancelOperation } from './commands'
import { getOperation, listItems, listOperations, unfinishedOperations } from './queries'
import { itemFilter, operationFilter, operationRef } from './schema'

export const operations = router({
  list: may('operation.view')
    .input(operationFilter)
    .query(({ ctx, input }) => listOperations(ctx.tx, ctx.actor, input)),
  unfinished: may('operation.view').query(({ ctx }) => unfinishedOperations(ctx.tx, ctx.actor)),
  get: may('operation.view')
    .input(operationRef)
    .query(({ ctx, input }) => getOperation(ctx.tx, ctx.actor, input)),
  items: may('operation.view')
    .input(itemFilter)
    .query(({ ctx, input }) => listItems(ctx.tx, ctx.actor, input)),
  cancel: may('operation.cancel')
    .input(operationRef)
    .mutation(({ ctx, input }) => cancelOperation(ctx.tx, ctx.actor, input)),
})
