import type { Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { managesRemotely } from '@/server/features/companies/remote'
import { todayOf } from '@/server/features/companies/today'
import { mayBeSold, type ProductUnit, type Version } from '@/server/features/products/rules'
import { catalogueOf, isTierOne, productInView } from '@/server/features/products/visible'
import { type DataCentreOption, listDataCentres, saasOf } from './data-centres'
import type { PlanProduct } from './rules'

/**
 * A product of which a plan can be made, and what there is to choose. `versions`: those that the company may sell; `saas`: the
 * products that need a data centre; `refusal`: why no plan can be made of it now.
 */
export type PlanOption = PlanProduct & {
  id: string
  code: string
  unit: ProductUnit
  versions: Version[]
  refusal: 'endOfSale' | 'endOfLife' | null
  saas: { id: string; name: string }[]
}

/** `managesRemotely`: whether its plans may be for remote management. */
export type PlanOptions = { products: PlanOption[]; dataCentres: DataCentreOption[]; managesRemotely: boolean }

/** What the form of a new plan offers. Products at their end of life are left out. */
export async function planOptions(tx: Tx, viewer: Pick<Target, 'scope' | 'kind'>): Promise<PlanOptions> {
  const today = await todayOf(tx, viewer.scope)
  const found = await tx.$queryRaw<(Omit<PlanOption, 'versions' | 'refusal' | 'saas'> & { allocated: Version[] })[]>`
    select p.id, p.code, p.name, p.kind::text as kind, p.unit::text as unit, p.family, p.end_of_sale_on::text as "endOfSaleOn",
      p.end_of_life_on::text as "endOfLifeOn", p.trial_offered as "trialOffered", p.full_offered as "fullOffered",
      p.nfr_offered as "nfrOffered", p.manageable,
      array(select a.version::text from allocation a where a.scope = ${viewer.scope} and a.product_id = p.id) as allocated
    from product p where ${productInView(viewer)} and (p.end_of_life_on is null or p.end_of_life_on > ${today}::date)
    order by p.name, p.id`
  const products: PlanOption[] = []
  for (const { allocated, ...product } of found) {
    const sold = mayBeSold(product, today)
    const offered = [
      ...(product.fullOffered ? ['full' as const] : []),
      ...(product.trialOffered ? ['trial' as const] : []),
    ]
    products.push({
      ...product,
      versions: isTierOne(viewer) ? offered : offered.filter((version) => allocated.includes(version)),
      refusal: sold.ok ? null : 'endOfSale',
      saas: await saasOf(tx, product.id, product, today),
    })
  }
  return {
    products,
    dataCentres: await listDataCentres(tx, catalogueOf(viewer.scope)),
    managesRemotely: await managesRemotely(tx, viewer),
  }
}
