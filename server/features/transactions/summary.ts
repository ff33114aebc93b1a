import { z } from 'zod'
import { Prisma } from '@/prisma/generated/client'
import { companyId } from '@/server/features/companies/schema'
import { defineExport } from '@/server/features/exports/definition'
import { PRODUCT_UNITS, VERSIONS } from '@/server/features/products/rules'
import { translator } from '@/server/i18n/translator'
import { todayIn } from '@/server/lib/days'
import { cycleOf, startOfDay } from '@/server/lib/period'
import { month } from './schema'

const { sql } = Prisma

/** The cycle (a calendar month; the current one by default), perhaps of one partner only. */
export const customerSummary = z.object({ month: month.optional(), partnerId: companyId.optional() })
export type CustomerSummaryInput = z.input<typeof customerSummary>

const COLUMNS = ['managedBy', 'customer', 'product', 'plan', 'version', 'unit', 'provisioned', 'used'] as const
const TEXTS = ['managedBy', 'customer', 'product', 'plan'] as const

/**
 * For each customer, product and plan: what was provisioned in a cycle (of each subscription the most that it had while it was not
 * cancelled) and what is used as last reported in it.
 */
export const customerSummaryExport = defineExport({
  privilege: 'summary.export',
  input: customerSummary,
  plan(actor, target, input) {
    const t = translator(actor.locale, 'transactions')
    const { scope } = target
    const cycle = cycleOf(input.month ? `${input.month}-01` : todayIn(actor.timeZone))
    const [from, to] = [cycle.startsOn, cycle.endsOn].map((day) => startOfDay(day, actor.timeZone).toString())
    const partner = input.partnerId && !scope.endsWith(`${input.partnerId}.`)
    const within = partner ? `${scope}${input.partnerId}.` : scope
    const one = (column: Prisma.Sql, codes: readonly string[], key: string) =>
      sql`case ${column}::text ${Prisma.join(
        codes.map((code) => sql`when ${code}::text then ${t(`${key}.${code}`)}::text`),
        ' ',
      )} end`
    return {
      fileName: `${t('summary.file')}-${cycle.startsOn.slice(0, 7)}`,
      texts: [...TEXTS],
      headers: COLUMNS.map((column) => t(`summary.column.${column}`)),
      select: sql`
        with peak as (
          select v.scope, v.subscription_id, v.product_id, v.plan_id, v.version, max(v.units) as units
          from subscription_version v
          where v.scope >= ${within}::text and v.scope < ${`${within}~`}::text and v.cancelled_on is null
            and v.valid_from < ${to}::timestamptz and (v.valid_to is null or v.valid_to >= ${from}::timestamptz)
            and v.starts_on < ${cycle.endsOn}::date and v.ends_on + v.grace_days > ${cycle.startsOn}::date
          group by 1, 2, 3, 4, 5
        ), used as (
          select l.scope, l.subscription_id, max(l.used_units) as units from licence l
          where l.scope >= ${within}::text and l.scope < ${`${within}~`}::text
            and l.used_as_of >= ${from}::timestamptz and l.used_as_of < ${to}::timestamptz
          group by 1, 2
        )
        select csv_cell(m.name) as "managedBy", csv_cell(c.name) as customer, csv_cell(r.name) as product, csv_cell(s.name) as plan,
          ${one(sql`p.version`, VERSIONS, 'version')} as version, ${one(sql`r.unit`, PRODUCT_UNITS, 'unit')} as unit,
          sum(p.units) as provisioned, sum(u.units) as used
        from peak p
        join company c on c.scope = p.scope
        join company m on m.scope = c.parent_scope
        join product r on r.id = p.product_id
        join service_plan s on s.id = p.plan_id
        left join used u on u.scope = p.scope and u.subscription_id = p.subscription_id
        group by m.name, c.name, c.id, r.name, r.id, s.name, s.id, p.version, r.unit
        order by m.name, c.name, c.id, r.name, s.name, p.version`,
    }
  },
})
