/**
 * What each table is to the wall between tenants (architecture, Tenancy):
 * `own`: rows of a company, seen from it and from above · `inherited`: the same, and readable from below ·
 * `granted`: a company's, read like its own, written only from above it ·
 * `globalRead`: everybody reads, nobody writes · `queue`: the application only adds · `system`: only through server/db/system.ts.
 * A table that is not here, or not what it says, fails the tests.
 */
export type TableKind = 'own' | 'inherited' | 'granted' | 'globalRead' | 'queue' | 'system'

export const TABLES: Readonly<Record<string, TableKind>> = {
  account: 'own',
  account_token: 'own',
  allocation: 'granted',
  clock: 'globalRead',
  company: 'own',
  customer_transaction: 'own',
  data_centre: 'inherited',
  import_piece: 'own',
  import_row: 'own',
  job: 'queue',
  key_redemption: 'own',
  licence: 'own',
  log_entry: 'own',
  mail: 'own',
  msp_permission: 'granted',
  note: 'own',
  operation: 'own',
  operation_item: 'own',
  plan_data_centre: 'inherited',
  plan_grant: 'granted',
  preference: 'own',
  price: 'own',
  product: 'inherited',
  recovery_code: 'own',
  registration_key: 'own',
  saved_view: 'own',
  service_plan: 'inherited',
  session: 'own',
  subscription: 'own',
  subscription_period: 'own',
  subscription_version: 'own',
  suite_component: 'inherited',
  tally: 'own',
  throttle: 'system',
  two_factor: 'own',
}

/** The ledger of migrations is the owner's alone. */
export const LEDGER = '_prisma_migrations'

/** Functions that see across tenants: each gives the least it can, and stands here by name. */
export const DEFINERS: readonly string[] = [
  'accounts_named',
  'actor_of',
  'company_switched',
  'company_tallied',
  'company_time_zone',
  'company_today',
  'count_licences',
  'customers_like',
  'customers_listed',
  'forget_author',
  'key_found',
  'licence_used',
  'login_names_taken',
  'move_customer',
  'pools_locked',
  'roll_licences',
  'slugs_taken',
  'subscription_added',
  'subscription_changed',
  'subscription_count',
  'subscription_gone',
  'take_units',
  'transaction_seen',
  'trial_form_of',
  'two_factor_policy_above',
]

/** Counts of what lies below a company: triggers write them, and nobody else can, with every change of somebody below. */
export const COUNTED_ABOVE: readonly string[] = ['tally']

export const tablesOf = (...kinds: TableKind[]): string[] =>
  Object.keys(TABLES).filter((name) => kinds.includes(TABLES[name] as TableKind))
