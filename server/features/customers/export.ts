import { z } from 'zod'
import { Prisma } from '@/prisma/generated/client'
import { defineExport } from '@/server/features/exports/definition'
import { type Translate, translator } from '@/server/i18n/translator'
import { CUSTOMER_FILE_COLUMNS, type CustomerFileColumn } from './export-columns'
import { orderBy } from './list-order'
import { customerOrder } from './list-schema'
import { customerSelection } from './selection'
import { selectionCondition } from './selection-sql'

const { sql } = Prisma

/** What to save: a selection of customers (everything displayed is what matches the filter), in the order and with the columns of the list. */
export const customersFile = customerOrder.extend({
  selection: customerSelection.default({ kind: 'matching', filter: {}, except: [] }),
  columns: z
    .array(z.enum(CUSTOMER_FILE_COLUMNS))
    .min(1)
    .max(CUSTOMER_FILE_COLUMNS.length)
    .default([...CUSTOMER_FILE_COLUMNS]),
})
export type CustomersFileInput = z.input<typeof customersFile>

/** Cells that people wrote: disarmed and quoted. */
const TEXTS = {
  company: sql`c.name`,
  contact: sql`c.contact_name`,
  email: sql`c.contact_email`,
  phone: sql`c.contact_phone`,
  products: sql`array_to_string(c.product_names, '; ')`,
  partner: sql`p.name`,
  address: sql`c.address`,
  postalCode: sql`c.postal_code`,
  city: sql`c.city`,
  state: sql`c.state`,
  tags: sql`array_to_string(c.tags, '; ')`,
} as const satisfies Partial<Record<CustomerFileColumn, Prisma.Sql>>
type TextColumn = keyof typeof TEXTS

const isText = (column: CustomerFileColumn): column is TextColumn => column in TEXTS
const iso = (column: Prisma.Sql) => sql`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** Figures, days and codes of ours. */
const OTHERS: Record<Exclude<CustomerFileColumn, TextColumn>, (t: Translate) => Prisma.Sql> = {
  threatAction: () => sql`c.threat_action`,
  threatWarning: () => sql`c.threat_warning`,
  licenceAction: () => sql`c.licence_action`,
  licenceWarning: () => sql`c.licence_warning`,
  lastTransaction: () => iso(sql`c.last_transaction_at`),
  country: () => sql`c.country`,
  portal: () => sql`upper(c.portal::text)`,
  status: (t) => sql`case c.status when 'enabled' then ${t('enabled')}::text else ${t('disabled')}::text end`,
  managed: (t) => sql`case when c.managed then ${t('yes')}::text else ${t('no')}::text end`,
  unitsProvisioned: () => sql`c.units_provisioned`,
  unitsUsed: () => sql`c.units_used`,
  nextExpiry: () => sql`c.next_expiry_on`,
  created: () => iso(sql`c.created_at`),
  id: () => sql`c.id`,
}

/** A column of the file under its own name. */
function cell(column: CustomerFileColumn, t: Translate): Prisma.Sql {
  const value = isText(column) ? sql`csv_cell(${TEXTS[column]})` : OTHERS[column](t)
  return sql`${value} as ${Prisma.raw(`"${column}"`)}`
}

/** Customers as a file: those of the list, or those that were picked. */
export const customersExport = defineExport({
  privilege: 'customer.export',
  input: customersFile,
  plan(actor, target, { selection, sort, descending, columns }) {
    const t = translator(actor.locale, 'exports.customers')
    const asked = [...new Set(columns)]
    const viewer = { scope: target.scope, timeZone: actor.timeZone }
    const cells = Prisma.join(asked.map((column) => cell(column, t)))
    const partner = sql`left join company p on p.scope = c.parent_scope and p.kind <> 'customer'`
    return {
      fileName: t('fileName'),
      texts: asked.filter(isText),
      headers: asked.map((column) => t(`column.${column}`)),
      select: sql`
        select ${cells} from company c ${asked.includes('partner') ? partner : Prisma.empty}
        where ${selectionCondition(viewer, selection)} order by ${orderBy(sort, descending)}`,
    }
  },
})
