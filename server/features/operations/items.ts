import type { ItemState, Prisma } from '@/prisma/generated/client'
import type { Tx } from '@/server/db/client'

type Ref = { scope: string; id: string }
/** `together`: items of the same word are done in one transaction. */
type NewItem = {
  ref: string
  together?: string
  name: string
  state?: ItemState
  code?: string
  params?: Prisma.InputJsonObject
}
export type PendingItem = { ref: string; name: string; params: Prisma.JsonObject | null }
type Settled = { ref: string; state: Exclude<ItemState, 'pending'>; code?: string; params?: Prisma.InputJsonObject }

/** Adds the targets of an operation, each once, in one statement. */
export async function addItems(tx: Tx, operation: Ref, items: readonly NewItem[]): Promise<void> {
  await tx.$executeRaw`
    insert into operation_item (scope, operation_id, ref, together, name, state, code, params)
    select ${operation.scope}, ${operation.id}::uuid, i.ref, coalesce(i.together, ''), i.name,
      coalesce(i.state, 'pending')::item_state, i.code, i.params
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      as i (ref text, together text, name text, state text, code text, params jsonb)
    on conflict do nothing`
}

/** The next targets to do, locked for this transaction: so many, and a few more where some belong together. */
export async function pendingItems(tx: Tx, operation: Ref, limit: number): Promise<PendingItem[]> {
  return tx.$queryRaw`
    with last as (
      select together, ref from operation_item where operation_id = ${operation.id}::uuid and state = 'pending'
      order by together, ref offset ${limit - 1} limit 1
    )
    select ref, name, params from operation_item where operation_id = ${operation.id}::uuid and state = 'pending'
      and (together, ref) <= (select coalesce(max(together), '~'), coalesce(max(case together when '' then ref else '~' end), '~') from last)
    order by together, ref for update skip locked`
}

/** The very next target. */
export async function nextItem(tx: Tx, operation: Ref): Promise<PendingItem[]> {
  return tx.$queryRaw`
    select ref, name, params from operation_item where operation_id = ${operation.id}::uuid and state = 'pending'
    order by together, ref limit 1 for update skip locked`
}

/** Writes what became of targets and moves the operation's counters, in the transaction of the work itself. */
export async function settleItems(tx: Tx, operation: Ref, settled: readonly Settled[]): Promise<void> {
  await tx.$executeRaw`
    with outcome as (
      select * from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as o (ref text, state item_state, code text, params jsonb)
    ), changed as (
      update operation_item i set state = o.state, code = o.code, params = coalesce(o.params, i.params)
      from outcome o where i.operation_id = ${operation.id}::uuid and i.ref = o.ref and i.state = 'pending'
      returning i.state
    )
    update operation set
      done = done + (select count(*) from changed where state = 'done')::int,
      refused = refused + (select count(*) from changed where state = 'refused')::int,
      failed = failed + (select count(*) from changed where state = 'failed')::int
    where id = ${operation.id}::uuid`
}

/** Moves an operation's counters by what a set-based step did. */
export async function addProgress(
  tx: Tx,
  operation: Ref,
  { done = 0, refused = 0, failed = 0 }: { done?: number; refused?: number; failed?: number },
): Promise<void> {
  await tx.operation.updateMany({
    where: { id: operation.id },
    data: { done: { increment: done }, refused: { increment: refused }, failed: { increment: failed } },
  })
}
