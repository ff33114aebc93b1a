import { client, type Tx } from './client'
import { translated } from './constraint-errors'

/**
 * Runs `fn` in one transaction that sees every tenant. Only for what has no tenant yet or serves all of them:
 * auth, jobs, connector key look-up, prisma/. The import rules hold it to that.
 */
export async function asSystem<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
  return translated(() =>
    client().$transaction(async (tx) => {
      await tx.$executeRaw`set local role tierline_system`
      return fn(tx)
    }),
  )
}
