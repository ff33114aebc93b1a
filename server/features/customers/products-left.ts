import type { Tx } from '@/server/db/client'

/**
 * What is still assigned to customers, by their ids: names of products. The column is counted from the subscriptions
 * that are not cancelled, by their trigger, in the transaction that changes them.
 */
export async function productsLeft(tx: Tx, companyIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.company.findMany({
    where: { id: { in: [...companyIds] } },
    select: { id: true, productNames: true },
  })
  return new Map(rows.map(({ id, productNames }) => [id, productNames]))
}
