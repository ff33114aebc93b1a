/** What the list of plans offers. No imports: the browser reads this without the schemas. */
export const PLAN_SORTS = ['name', 'product', 'customers', 'created'] as const
export type PlanSort = (typeof PLAN_SORTS)[number]

/** States that the list filters by; see PLAN_STATES of the rules. */
export const PLAN_STATE_FILTERS = [
  'locked',
  'enabled',
  'disabled',
  'endOfSale',
  'endOfLife',
  'nfr',
  'trialForm',
] as const
export type PlanStateFilter = (typeof PLAN_STATE_FILTERS)[number]

/** Whose plans: one's own (or those one was given), those of the partners below, or both. */
export const PLAN_OWNERS = ['own', 'partners', 'all'] as const
export type PlanOwner = (typeof PLAN_OWNERS)[number]

export const PLAN_VERSIONS = ['full', 'trial'] as const
