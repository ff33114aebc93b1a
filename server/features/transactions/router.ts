import { may, router } from '@/server/trpc/procedures'
import { countTransactions, listTransactions, transactionOptionsOf } from './queries'
import { transactionCount, transactionOptions, transactionPage } from './schema'

export const transactions = router({
  list: may('transaction.view')
    .input(transactionPage)
    .query(({ ctx, input }) => listTransactions(ctx.tx, viewerOf(ctx), input)),
  count: may('transaction.view')
    .input(transactionCount)
    .query(({ ctx, input }) => countTransactions(ctx.tx, viewerOf(ctx), input)),
  options: may('transaction.view')
    .input(transactionOptions)
    .query(({ ctx, input }) => transactionOptionsOf(ctx.tx, viewerOf(ctx), input)),
})

const viewerOf = ({ actor, target }: { actor: { timeZone: string }; target: { scope: string } }) => ({
  scope: target.scope,
  timeZone: actor.timeZone,
})
