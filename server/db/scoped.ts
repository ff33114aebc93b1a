import { client, type Tx } from './client'
import { translated } from './constraint-errors'
import { PREPARED } from './prepared'

export type Mode = 'read' | 'write'

/**
 * Runs `fn` in one transaction that sees the company at `scope` and everything below it, and nothing else.
 * `read` makes the transaction read-only. Row security holds the wall; without this call there are no rows at all.
 * Refuses with the code of a violated constraint (db/constraint-errors.ts).
 */
export async function inScope<T>(scope: string, mode: Mode, fn: (tx: Tx) => Promise<T>): Promise<T> {
  if (scope === '') throw new Error('inScope needs a path: an empty one would see nothing')
  return translated(() =>
    client().$transaction(async (tx) => {
      await tx.$queryRaw`${PREPARED} select set_config('app.scope', ${scope}, true), set_config('transaction_read_only', ${mode === 'read' ? 'on' : 'off'}, true)`
      return fn(tx)
    }),
  )
}

/** Moves the reach of a running transaction down the tree; up or aside is refused. */
export async function narrow(tx: Tx, from: string, to: string): Promise<void> {
  if (!to.startsWith(from)) throw new Error('the reach can only be narrowed')
  if (to !== from) await tx.$queryRaw`select set_config('app.scope', ${to}, true)`
}

/**
 * Gives a narrowed transaction back the whole reach of the actor: for rows that belong to whoever asks (operations) when the
 * work is about a company below. Filters then say which company is meant.
 */
export async function widen(tx: Tx, actor: { scope: string }): Promise<void> {
  await tx.$queryRaw`select set_config('app.scope', ${actor.scope}, true)`
}
