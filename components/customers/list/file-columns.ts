import { shownColumns } from '@/components/table/columns'
import type { ColumnSpec } from '@/components/table/types'
import type { CustomerFileColumn } from '@/server/features/customers/export-columns'
import type { CustomerRow } from '@/server/features/customers/list-queries'

export type CustomerColumnKey =
  | 'company'
  | 'contact'
  | 'phone'
  | 'products'
  | 'threat'
  | 'licence'
  | 'lastTransaction'
  | 'status'
  | 'partner'
  | 'country'
  | 'city'
  | 'portal'
  | 'managed'
  | 'provisioned'
  | 'used'
  | 'nextExpiry'
  | 'created'
  | 'tags'

/** What a column of the list is in the file. */
const IN_FILE: Record<CustomerColumnKey, readonly CustomerFileColumn[]> = {
  company: ['company'],
  contact: ['contact', 'email'],
  phone: ['phone'],
  products: ['products'],
  threat: ['threatAction', 'threatWarning'],
  licence: ['licenceAction', 'licenceWarning'],
  lastTransaction: ['lastTransaction'],
  status: ['status'],
  partner: ['partner'],
  country: ['country'],
  city: ['city'],
  portal: ['portal'],
  managed: ['managed'],
  provisioned: ['unitsProvisioned'],
  used: ['unitsUsed'],
  nextExpiry: ['nextExpiry'],
  created: ['created'],
  tags: ['tags'],
}

export type CustomerColumn = ColumnSpec<CustomerRow> & { key: CustomerColumnKey }

/** The columns in view, in their order, as the file names them. */
export const columnsInView = (specs: readonly CustomerColumn[], chosen: string | null): CustomerFileColumn[] =>
  shownColumns(specs, chosen).flatMap(({ key }) => IN_FILE[key])
