import type { CompanyKind } from '@/server/access/privileges'

/** Where the plans that a product's figure counts are listed: for tier 1 those of its partners too. */
export const plansOf = (productId: string, kind: CompanyKind): string =>
  `/plans?product=${productId}${kind === 'distributor' || kind === 'isp' ? '&owner=all' : ''}`
