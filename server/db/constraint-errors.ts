import { DomainError, type ErrorCode } from '@/server/lib/errors'

/** What the database decided, by the name of the constraint; the only reader of database errors. `field`: where it was typed. */
const CONSTRAINTS: Readonly<Record<string, { code: ErrorCode; field?: string }>> = {
  account_login_name_key: { code: 'loginNameTaken', field: 'loginName' },
  account_login_name_fixed: { code: 'loginNameFixed', field: 'loginName' },
  account_last_administrator: { code: 'lastAdministrator' },
  company_slug_key: { code: 'slugTaken', field: 'slug' },
  company_parent_kind: { code: 'wrongParent' },
  company_kind_fixed: { code: 'kindFixed' },
  company_cancelled_final: { code: 'cancelledFinal' },
  product_code_key: { code: 'productCodeTaken', field: 'code' },
  price_once: { code: 'priceTaken', field: 'validFrom' },
  service_plan_name_key: { code: 'planNameTaken', field: 'name' },
  allocation_pool: { code: 'changedMeanwhile' },
  allocation_missing: { code: 'changedMeanwhile' },
  allocation_disabled: { code: 'allocationDisabled' },
  subscription_nfr_once: { code: 'nfrTaken' },
  subscription_period_once: { code: 'changedMeanwhile' },
  registration_key_redemptions: { code: 'keyUsedUp' },
  saved_view_name_key: { code: 'viewNameTaken', field: 'name' },
}

/** Every text of an error and of what caused it: drivers hide the constraint's name in different places. */
function texts(error: unknown, depth = 0): string {
  if (depth > 5 || typeof error !== 'object' || error === null) return ''
  const message = 'message' in error && typeof error.message === 'string' ? error.message : ''
  const originalMessage =
    'originalMessage' in error && typeof error.originalMessage === 'string' ? error.originalMessage : ''
  const inner = ['cause', 'meta', 'driverAdapterError', 'constraint'] as const
  const named = ['index', 'name'].map((key) => (key in error ? String(error[key as keyof typeof error]) : ''))
  return [
    message,
    originalMessage,
    ...named,
    ...inner.map((key) => (key in error ? texts(error[key as keyof typeof error], depth + 1) : '')),
  ].join('\n')
}

const GONE =
  /ECONNREFUSED|ECONNRESET|Can't reach database|terminating connection|DatabaseNotReachable|the database system is (starting|shutting)|Connection terminated|P1001|P1017|timeout exceeded when trying to connect/

/** Too many at once: nothing was done, and the same will go through in a moment. */
const BUSY = /Unable to start a transaction in the given time|deadlock detected/

/** The refusal that a database error stands for, or the error itself. */
export function fromDatabase(error: unknown): unknown {
  if (error instanceof DomainError) return error
  const text = texts(error)
  for (const [constraint, { code, field }] of Object.entries(CONSTRAINTS)) {
    if (new RegExp(`\\b${constraint}\\b`).test(text)) return new DomainError(code, {}, field)
  }
  if (BUSY.test(text)) return new DomainError('busy')
  return GONE.test(text) ? new DomainError('databaseGone') : error
}

/** Runs `fn` and gives its database errors as refusals. */
export async function translated<T>(fn: () => Promise<T>): Promise<T> {
  try {
    return await fn()
  } catch (error) {
    throw fromDatabase(error)
  }
}
