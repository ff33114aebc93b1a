import { z } from 'zod'
import { Prisma } from '@/prisma/generated/client'
import { defineExport } from '@/server/features/exports/definition'
import { type Translate, translator } from '@/server/i18n/translator'
import { KEY_FILE_COLUMNS, type KeyFileColumn } from './list-options'
import { STATUS, selectionCondition } from './list-sql'
import { KEY_STATUSES } from './rules'
import { keySelection } from './schema'

const { sql } = Prisma

/** What to save: a selection of keys, in the order of the list. */
export const keysFile = z.object({
  selection: keySelection.default({ kind: 'matching', filter: {}, except: [] }),
  oldestFirst: z.boolean().default(false),
})
export type KeysFileInput = z.input<typeof keysFile>

const iso = (column: Prisma.Sql) => sql`to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
const text = (column: Prisma.Sql) => sql`csv_cell(${column})`

const TEXTS: readonly KeyFileColumn[] = ['plan', 'product', 'batch', 'createdBy', 'usedBy', 'cancelledBy', 'company']

const word = (t: Translate) =>
  Prisma.join(
    KEY_STATUSES.map((status) => sql`when ${status}::text then ${t(`status.${status}`)}::text`),
    ' ',
  )

const CELLS: Record<KeyFileColumn, (t: Translate) => Prisma.Sql> = {
  key: () => sql`'TL-••••-••••-••••-' || k.last_four`,
  plan: () => text(sql`p.name`),
  product: () => text(sql`d.name`),
  units: () => sql`k.units`,
  redemptions: () => sql`k.redemptions`,
  redeemed: () => sql`k.redeemed`,
  status: (t) => sql`case ${STATUS} ${word(t)} end`,
  batch: () => text(sql`k.batch`),
  expires: () => sql`k.expires_on`,
  createdAt: () => iso(sql`k.created_at`),
  createdBy: () => text(sql`k.created_by`),
  usedAt: () => iso(sql`k.last_used_at`),
  usedBy: () => text(sql`k.last_used_by`),
  cancelledAt: () => iso(sql`k.cancelled_at`),
  cancelledBy: () => text(sql`k.cancelled_by`),
  company: () => text(sql`c.name`),
}

/** Keys as a file, masked as in the list: in clear they leave only through clear-route.ts, which writes it down. */
export const keysExport = defineExport({
  privilege: 'key.view',
  input: keysFile,
  plan(actor, target, { selection, oldestFirst }) {
    const t = translator(actor.locale, 'keys.file')
    const viewer = { scope: target.scope, timeZone: actor.timeZone }
    const cells = KEY_FILE_COLUMNS.map((column) => sql`${CELLS[column](t)} as ${Prisma.raw(`"${column}"`)}`)
    return {
      fileName: t('fileName'),
      texts: TEXTS,
      headers: KEY_FILE_COLUMNS.map((column) => t(`column.${column}`)),
      select: sql`
        select ${Prisma.join(cells)} from registration_key k
        join service_plan p on p.id = k.plan_id join product d on d.id = p.product_id join company c on c.scope = k.scope
        where ${selectionCondition(viewer, selection)} order by ${oldestFirst ? sql`k.id` : sql`k.id desc`}`,
    }
  },
})
