import { z } from 'zod'
import { Prisma } from '@/prisma/generated/client'
import { iso } from '@/server/db/sql-pieces'
import { defineExport } from '@/server/features/exports/definition'
import { translator } from '@/server/i18n/translator'
import { logConditions } from './filter'
import { logFilter } from './schema'

const { sql } = Prisma

const COLUMNS = {
  at: iso(sql`l.at`),
  account: sql`csv_cell(l.account_name)`,
  company: sql`csv_cell(l.company_name)`,
  action: sql`l.action`,
  targetType: sql`l.target_type`,
  target: sql`csv_cell(l.target_name)`,
  targetId: sql`l.target_id`,
  before: sql`csv_cell(l.before::text)`,
  after: sql`csv_cell(l.after::text)`,
  refused: sql`l.refused`,
  address: sql`csv_cell(l.address)`,
  requestId: sql`csv_cell(l.request_id)`,
} as const
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]

/** The administration log as a file: everything that matches the filter, newest first. */
export const logExport = defineExport({
  privilege: 'log.view',
  input: z.object({ filter: logFilter.default({}) }),
  plan(actor, target, { filter }) {
    const t = translator(actor.locale, 'exports.log')
    const cells = Prisma.join(NAMES.map((name) => sql`${COLUMNS[name]} as ${Prisma.raw(`"${name}"`)}`))
    return {
      fileName: t('fileName'),
      texts: ['account', 'company', 'target', 'before', 'after', 'address', 'requestId'],
      headers: NAMES.map((name) => t(`column.${name}`)),
      select: sql`select ${cells} from log_entry l
        where ${logConditions({ scope: target.scope, timeZone: actor.timeZone }, filter)} order by l.id desc`,
    }
  },
})
