import { logExport } from '@/server/features/administration-log/export'
import { customersExport } from '@/server/features/customers/export'
import { keysExport } from '@/server/features/keys/export'
import type { ExportDefinition } from './definition'

export const EXPORT_KINDS = ['customers', 'keys', 'log'] as const
export type ExportKind = (typeof EXPORT_KINDS)[number]

/** Everything that can be saved as a file, each with its privilege. Its route is app/api/exports/<kind>. */
export const EXPORTS = { customers: customersExport, keys: keysExport, log: logExport } as const satisfies Record<
  ExportKind,
  ExportDefinition
>
