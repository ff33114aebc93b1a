import type { PrismaClient } from '@/prisma/generated/client'
import { client, type Tx } from '@/server/db/client'

/** Carries a result out of a transaction that is undone. */
class Undone {
  constructor(readonly value: unknown) {}
}

/**
 * Runs `fn` with a database that forgets: every transaction of this process is rolled back when it would commit, and its result
 * given all the same. `before` looks at each transaction that succeeded, from inside. For tests that try thousands of changes on one world.
 */
export async function undoing<T>(
  fn: () => Promise<T>,
  before: (tx: Tx) => Promise<void> = async () => undefined,
): Promise<T> {
  const real = client()
  const kept = globalThis as typeof globalThis & { tierlineClient?: PrismaClient }
  const run = async (work: (tx: Tx) => Promise<unknown>, options: object | undefined) => {
    try {
      return await real.$transaction(async (tx) => {
        const value = await work(tx)
        await before(tx)
        throw new Undone(value)
      }, options)
    } catch (error) {
      if (error instanceof Undone) return error.value
      throw error
    }
  }
  kept.tierlineClient = new Proxy(real, {
    get: (target, key) => {
      if (key === '$transaction') return run
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  try {
    return await fn()
  } finally {
    kept.tierlineClient = real
  }
}
