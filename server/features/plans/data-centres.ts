import type { Tx } from '@/server/db/client'
import type { ProductKind } from '@/server/features/products/rules'
import { DomainError } from '@/server/lib/errors'
import type { Day } from '@/server/lib/period'

export type SaasProduct = { id: string; name: string }

/** The products of a plan that run in a data centre: the SaaS product itself, or the SaaS components of a suite on a day. */
export async function saasOf(
  tx: Tx,
  productId: string,
  { kind, name }: { kind: ProductKind; name: string },
  today: Day,
): Promise<SaasProduct[]> {
  if (kind === 'saas') return [{ id: productId, name }]
  if (kind === 'software') return []
  return tx.$queryRaw<SaasProduct[]>`
    select distinct p.id, p.name from suite_component c join product p on p.id = c.product_id
    where c.suite_id = ${productId}::uuid and p.kind = 'saas' and c.added_on <= ${today}::date
      and (c.removed_on is null or c.removed_on > ${today}::date)
    order by p.name, p.id`
}

/** `residency`: what the parent says about where data stays. */
export type DataCentreOption = { id: string; name: string; country: string; residency: string; enabled: boolean }

/** Data centres of the channel. */
export const listDataCentres = (tx: Tx, catalogueScope: string): Promise<DataCentreOption[]> => tx.$queryRaw`
  select id, name, country, residency, enabled from data_centre where scope = ${catalogueScope} order by name, id`

type Choice = Readonly<Record<string, string>>

/**
 * Keeps where the SaaS products of a plan run: one enabled data centre each; one that was closed since stays where it was chosen.
 * Refuses with dataCentreMissing and dataCentreClosed (field dataCentres.<product>).
 */
export async function writeDataCentres(
  tx: Tx,
  plan: { id: string; scope: string; productScope: string },
  saas: readonly SaasProduct[],
  chosen: Choice,
): Promise<void> {
  const before = await tx.planDataCentre.findMany({ where: { planId: plan.id } })
  const centres = new Map((await listDataCentres(tx, plan.productScope)).map((centre) => [centre.id, centre]))
  const rows = saas.map(({ id, name }) => {
    const kept = before.find(({ productId }) => productId === id)?.dataCentreId
    const wanted = chosen[id] || kept
    const centre = wanted === undefined ? undefined : centres.get(wanted)
    if (!centre) throw new DomainError('dataCentreMissing', { product: name }, `dataCentres.${id}`)
    if (!centre.enabled && centre.id !== kept) throw new DomainError('dataCentreClosed', {}, `dataCentres.${id}`)
    return {
      scope: plan.scope,
      planId: plan.id,
      productScope: plan.productScope,
      productId: id,
      dataCentreId: centre.id,
    }
  })
  await tx.planDataCentre.deleteMany({ where: { planId: plan.id } })
  if (rows.length > 0) await tx.planDataCentre.createMany({ data: rows })
}
