import type { LicenceStatus } from '@/server/features/licences/status'

/** What the customers' list offers. No imports but types: the browser reads this without the schemas. */
export const CUSTOMER_SORTS = [
  'name',
  'city',
  'country',
  'created',
  'attention',
  'nextExpiry',
  'lastTransaction',
] as const
export type CustomerSort = (typeof CUSTOMER_SORTS)[number]

/** Counters beside each customer. Threat and system events are counted together, as the list shows them. */
export const ATTENTION_KINDS = ['threatAction', 'threatWarning', 'licenceAction', 'licenceWarning'] as const
export type AttentionKind = (typeof ATTENTION_KINDS)[number]

/** What a customer's licences can be, as the list filters them: their statuses (cancelled ones do not count), and used beyond what is provisioned. */
export const LICENCE_CONDITIONS = [
  'awaitingSignIn',
  'notStarted',
  'active',
  'expiringSoon',
  'grace',
  'expired',
  'suspended',
  'exceeded',
] as const satisfies readonly (LicenceStatus | 'exceeded')[]
export type LicenceCondition = (typeof LICENCE_CONDITIONS)[number]

export const CUSTOMER_STATUSES = ['enabled', 'disabled'] as const
export const CUSTOMER_PORTALS = ['lmp', 'clp'] as const

/** What the list shows of the `lmp` portal: all its customers, or those with remotely managed products. Kept per account. */
export const DISPLAY_SETTINGS = ['all', 'managed'] as const
export type DisplaySetting = (typeof DISPLAY_SETTINGS)[number]

/** How many customers can be named one by one; beyond that they are named by a filter. */
export const PICKED_MAX = 5000
