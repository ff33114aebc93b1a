import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '@/prisma/generated/client'
import { env } from '@/server/env'
import { statementName } from './prepared'

/** A transaction: the only form in which queries and commands see the database. */
export type Tx = Prisma.TransactionClient

const kept = globalThis as typeof globalThis & { tierlineClient?: PrismaClient }

/** The one client of this process, made at first use. Only db/scoped.ts, db/system.ts and auth look-ups may call it. */
export function client(): PrismaClient {
  kept.tierlineClient ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env.DATABASE_URL, max: env.DATABASE_POOL_MAX, application_name: 'tierline' },
      { statementNameGenerator: statementName },
    ),
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  })
  return kept.tierlineClient
}

/** Ends the connections; a later call of `client()` opens new ones. */
export async function disconnect(): Promise<void> {
  const open = kept.tierlineClient
  delete kept.tierlineClient
  await open?.$disconnect()
}
