/** What a change can be made to. No imports: the list names its filter by them. */
export const LOG_TARGETS = [
  'company',
  'account',
  'note',
  'operation',
  'session',
  'view',
  'product',
  'allocation',
  'price',
  'plan',
  'licence',
  'key',
  'mail',
] as const
export type LogTarget = (typeof LOG_TARGETS)[number]
