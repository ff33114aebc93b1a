/**
 * What each table is to the wall between tenants (architecture, Tenancy):
 * `own`: rows of a company, seen from it and from above · `inherited`: the same, and readable from below ·
 * `globalRead`: everybody reads, nobody writes · `queue`: the application only adds · `system`: only through server/db/system.ts.
 * A table that is not here, or not what it says, fails the tests.
 */
export type TableKind = 'own' | 'inherited' | 'globalRead' | 'queue' | 'system'

export const TABLES: Readonly<Record<string, TableKind>> = {
  account: 'own',
  company: 'own',
  import_piece: 'own',
  import_row: 'own',
  job: 'queue',
  log_entry: 'own',
  note: 'own',
  operation: 'own',
  operation_item: 'own',
  preference: 'own',
  saved_view: 'own',
  session: 'own',
  throttle: 'system',
}

/** The ledger of migrations is the owner's alone. */
export const LEDGER = '_prisma_migrations'

/** Functions that see across tenants: each gives the least it can, and stands here by name. */
export const DEFINERS: readonly string[] = [
  'accounts_named',
  'actor_of',
  'customers_like',
  'customers_tagged',
  'login_names_taken',
  'slugs_taken',
]

export const tablesOf = (...kinds: TableKind[]): string[] =>
  Object.keys(TABLES).filter((name) => kinds.includes(TABLES[name] as TableKind))
