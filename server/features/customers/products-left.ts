import type { Tx } from '@/server/db/client'

/**
 * What is still assigned to customers, by their ids: names of products. Read from the kept column until subscriptions exist;
 * then this is the one place to ask them.
 */
export async function productsLeft(tx: Tx, companyIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.company.findMany({
    where: { id: { in: [...companyIds] } },
    select: { id: true, productNames: true },
  })
  return new Map(rows.map(({ id, productNames }) => [id, productNames]))
}
