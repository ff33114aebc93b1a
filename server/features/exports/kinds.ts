import { logExport } from '@/server/features/administration-log/export'
import { customersExport } from '@/server/features/customers/export'
import { keysExport } from '@/server/features/keys/export'
import { transactionsExport } from '@/server/features/transactions/export'
import { customerSummaryExport } from '@/server/features/transactions/summary'
import type { ExportDefinition } from './definition'

export const EXPORT_KINDS = ['customers', 'keys', 'log', 'transactions', 'customer-summary'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

/** Everything that can be saved as a file, each with its privilege. Its route is app/api/exports/<kind>. */
export const EXPORTS = {
  customers: customersExport,
  keys: keysExport,
  log: logExport,
  transactions: transactionsExport,
  'customer-summary': customerSummaryExport,
} as const satisfies Record<ExportKind, ExportDefinition>
