import { may, router } from '@/server/trpc/procedures'
import { countLog, listLog } from './queries'
import { logCount, logPage } from './schema'

export const log = router({
  list: may('log.view')
    .input(logPage)
    .query(({ ctx, input }) => listLog(ctx.tx, viewerOf(ctx), input)),
  count: may('log.view')
    .input(logCount)
    .query(({ ctx, input }) => countLog(ctx.tx, viewerOf(ctx), input)),
})

const viewerOf = ({ actor, target }: { actor: { timeZone: string }; target: { scope: string } }) => ({
  scope: target.scope,
  timeZone: actor.timeZone,
})
