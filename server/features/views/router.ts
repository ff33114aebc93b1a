import { may, router } from '@/server/trpc/procedures'
import { changeView, deleteView, keepColumns, saveView } from './commands'
import { screenSetup } from './queries'
import { columnsChoice, newView, screenRef, viewChange, viewRef } from './schema'

export const views = router({
  setup: may('self.view')
    .input(screenRef)
    .query(({ ctx, input }) => screenSetup(ctx.tx, ctx.actor, input)),
  save: may('self.update')
    .input(newView)
    .mutation(({ ctx, input }) => saveView(ctx.tx, ctx.actor, input)),
  change: may('self.update')
    .input(viewChange)
    .mutation(({ ctx, input }) => changeView(ctx.tx, ctx.actor, input)),
  delete: may('self.update')
    .input(viewRef)
    .mutation(({ ctx, input }) => deleteView(ctx.tx, ctx.actor, input)),
  keepColumns: may('self.update')
    .input(columnsChoice)
    .mutation(({ ctx, input }) => keepColumns(ctx.tx, ctx.actor, input)),
})
