import type { Tx } from '@/server/db/client'

/**
 * Clears away what old imports of a company left behind: files of those that are over or were forgotten for two days, and row reports
 * after thirty days. The operations themselves stay. Called when the next import begins, so it needs no clock of its own.
 */
export async function sweepImports(tx: Tx, scope: string): Promise<void> {
  await tx.$executeRaw`
    update operation set state = 'cancelled', finished_at = now()
    where scope = ${scope} and kind = 'customerImport' and state = 'draft' and created_at < now() - interval '2 days'`
  await tx.$executeRaw`
    delete from import_piece p using operation o
    where o.scope = ${scope} and o.kind = 'customerImport' and p.operation_id = o.id
      and (o.state = 'cancelled' or (o.state = 'done' and o.step = 'write')
        or (o.state in ('ready', 'done', 'failed') and o.created_at < now() - interval '2 days'))`
  await tx.$executeRaw`
    delete from import_row r using operation o
    where o.scope = ${scope} and o.kind = 'customerImport' and r.operation_id = o.id
      and o.state in ('done', 'cancelled', 'failed') and o.created_at < now() - interval '30 days'`
}
