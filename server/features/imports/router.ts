import { may, router } from '@/server/trpc/procedures'
import { beginImport, completeUpload, previewImport, reopenImport, startCheck, startWrite } from './commands'
import { getImport, listRows, recentImports } from './queries'
import { checkRequest, importRef, newImport, previewRequest, rowPage } from './schema'

export const imports = router({
  recent: may('customer.import').query(({ ctx }) => recentImports(ctx.tx, ctx.actor)),
  begin: may('customer.import')
    .input(newImport)
    .mutation(({ ctx, input }) => beginImport(ctx.tx, ctx.actor, ctx.target, input)),
  completeUpload: may('customer.import')
    .input(importRef)
    .mutation(({ ctx, input }) => completeUpload(ctx.tx, ctx.actor, input)),
  get: may('customer.import')
    .input(importRef)
    .query(({ ctx, input }) => getImport(ctx.tx, ctx.actor, input)),
  preview: may('customer.import')
    .input(previewRequest)
    .query(({ ctx, input }) => previewImport(ctx.tx, ctx.actor, input)),
  check: may('customer.import')
    .input(checkRequest)
    .mutation(({ ctx, input }) => startCheck(ctx.tx, ctx.actor, input)),
  rows: may('customer.import')
    .input(rowPage)
    .query(({ ctx, input }) => listRows(ctx.tx, ctx.actor, input)),
  reopen: may('customer.import')
    .input(importRef)
    .mutation(({ ctx, input }) => reopenImport(ctx.tx, ctx.actor, input)),
  write: may('customer.import')
    .input(importRef)
    .mutation(({ ctx, input }) => startWrite(ctx.tx, ctx.actor, input)),
})
