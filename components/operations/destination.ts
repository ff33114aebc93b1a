import type { OperationRow } from '@/server/features/operations/queries'

/** Where an operation is looked at: imports have a screen of their own with mapping and report. */
export const operationPath = ({ id, kind }: Pick<OperationRow, 'id' | 'kind'>) =>
  kind === 'customerImport' ? `/customers/import/${id}` : `/administration/operations/${id}`
