/** What the lists of products offer. No imports: the browser reads this without the schemas. */
export const PRODUCT_SORTS = ['name', 'vendor', 'code', 'endOfSale', 'endOfLife', 'plans'] as const
export type ProductSort = (typeof PRODUCT_SORTS)[number]

/** Where a product stands in its life today. */
export const PRODUCT_LIVES = ['onSale', 'endOfSale', 'endOfLife'] as const
export type ProductLifeState = (typeof PRODUCT_LIVES)[number]
