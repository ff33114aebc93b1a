/** What the list of keys offers. No imports: the browser reads this without the schemas. */
export const KEYS_PER_PAGE = 50

/** How many keys can be named one by one; beyond that they are named by a filter. */
export const PICKED_MAX = 5000

/** Columns of the keys' file, in its order. */
export const KEY_FILE_COLUMNS = [
  'key',
  'plan',
  'product',
  'units',
  'redemptions',
  'redeemed',
  'status',
  'batch',
  'expires',
  'createdAt',
  'createdBy',
  'usedAt',
  'usedBy',
  'cancelledAt',
  'cancelledBy',
  'company',
] as const
export type KeyFileColumn = (typeof KEY_FILE_COLUMNS)[number]
