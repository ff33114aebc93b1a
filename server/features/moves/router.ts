import { may, router } from '@/server/trpc/procedures'
import { moveCustomer } from './commands'
import { previewMove } from './queries'
import { moveOrder, moveQuestion } from './schema'

export const moves = router({
  preview: may('customer.move')
    .input(moveQuestion)
    .mutation(({ ctx, input }) => previewMove(ctx.tx, input)),
  carryOut: may('customer.move')
    .input(moveOrder)
    .mutation(({ ctx, input }) => moveCustomer(ctx.tx, ctx.actor, input)),
})
