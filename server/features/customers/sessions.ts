import type { Tx } from '@/server/db/client'

/** Ends all sessions of the accounts of these companies at once. */
export async function endSessions(tx: Tx, companyIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    delete from session s using account a where a.id = s.account_id and a.company_id = any (${companyIds}::text[])`
}
