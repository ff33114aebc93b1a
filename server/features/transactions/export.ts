import { z } from 'zod'
import { Prisma } from '@/prisma/generated/client'
import { iso } from '@/server/db/sql-pieces'
import { defineExport } from '@/server/features/exports/definition'
import { TRANSACTION_TYPES } from '@/server/features/licences/state'
import { PRODUCT_UNITS, VERSIONS } from '@/server/features/products/rules'
import { type Translate, translator } from '@/server/i18n/translator'
import { transactionConditions } from './filter'
import { transactionFilter } from './schema'

const { sql } = Prisma

/** A code of ours in the words of the account. */
function worded(column: Prisma.Sql, codes: readonly string[], word: (code: string) => string): Prisma.Sql {
  const cases = codes.map((code) => sql`when ${code}::text then ${word(code)}::text`)
  return sql`case ${column}::text ${Prisma.join(cases, ' ')} end`
}

const TEXTS = {
  vendor: sql`t.vendor`,
  managedBy: sql`t.managed_by`,
  customer: sql`t.customer_name`,
  product: sql`t.product_name`,
  plan: sql`t.plan_name`,
  madeBy: sql`t.made_by`,
  reference: sql`t.reference`,
} as const

const cellsOf = (t: Translate): Record<string, Prisma.Sql> => ({
  at: iso(sql`t.at`),
  type: worded(sql`t.type`, TRANSACTION_TYPES, (code) => t(`type.${code}`)),
  vendor: sql`csv_cell(${TEXTS.vendor})`,
  managedBy: sql`csv_cell(${TEXTS.managedBy})`,
  customer: sql`csv_cell(${TEXTS.customer})`,
  product: sql`csv_cell(${TEXTS.product})`,
  plan: sql`csv_cell(${TEXTS.plan})`,
  version: worded(sql`t.version`, VERSIONS, (code) => t(`version.${code}`)),
  unitsBefore: sql`t.units_before`,
  unitsAfter: sql`t.units_after`,
  unitsChange: sql`t.units_after - t.units_before`,
  unit: worded(sql`t.unit`, PRODUCT_UNITS, (code) => t(`unit.${code}`)),
  chargeFromBefore: sql`t.charge_from_before`,
  chargeFromAfter: sql`t.charge_from_after`,
  startsBefore: sql`t.starts_before`,
  startsAfter: sql`t.starts_after`,
  endsBefore: sql`t.ends_before`,
  endsAfter: sql`t.ends_after`,
  madeBy: sql`csv_cell(${TEXTS.madeBy})`,
  source: worded(sql`t.source`, ['console', 'api', 'job'], (code) => t(`source.${code}`)),
  reference: sql`csv_cell(${TEXTS.reference})`,
  id: sql`t.id`,
})

export const transactionsFile = z.object({ filter: transactionFilter.default({}) })

/** Customer transactions as a file: everything that matches the filter, newest first. */
export const transactionsExport = defineExport({
  privilege: 'transaction.export',
  input: transactionsFile,
  plan(actor, target, { filter }) {
    const t = translator(actor.locale, 'transactions')
    const cells = Object.entries(cellsOf(t))
    const viewer = { scope: target.scope, timeZone: actor.timeZone }
    return {
      fileName: t('file.name'),
      texts: Object.keys(TEXTS),
      headers: cells.map(([name]) => t(`file.column.${name}`)),
      select: sql`
        select ${Prisma.join(cells.map(([name, value]) => sql`${value} as ${Prisma.raw(`"${name}"`)}`))}
        from customer_transaction t where ${transactionConditions(viewer, filter)} order by t.at desc, t.id desc`,
    }
  },
})
