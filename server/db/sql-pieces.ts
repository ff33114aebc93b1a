import { Prisma } from '@/prisma/generated/client'
import { addDays, startOfDay } from '@/server/lib/period'

const { sql } = Prisma

/** A condition, or nothing where a filter says nothing. */
export type Perhaps = Prisma.Sql | false | null | undefined | '' | 0

/** Conditions as one; without any, everything. */
export function all(conditions: readonly Perhaps[]): Prisma.Sql {
  const asked = present(conditions)
  return asked.length === 0 ? sql`true` : Prisma.join(asked, ' and ')
}

/** Those of some conditions that say something. */
export const present = (conditions: readonly Perhaps[]): Prisma.Sql[] =>
  conditions.filter((condition): condition is Prisma.Sql => condition instanceof Prisma.Sql)

/** At least one of some conditions. */
export const any = (conditions: readonly Prisma.Sql[]): Prisma.Sql => sql`(${Prisma.join([...conditions], ' or ')})`

/** An instant as ISO text, to the second. */
export const iso = (column: Prisma.Sql): Prisma.Sql =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** Part of a name, whatever its case and accents; the signs of a pattern mean themselves. */
export const contains = (column: Prisma.Sql, text: string): Prisma.Sql =>
  sql`fold(${column}) like (select search_pattern(${text}::text))`

/** Instants of some days in a time zone, the last of them included. */
export const during = (
  column: Prisma.Sql,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  timeZone: string,
): Perhaps[] => [
  from && sql`${column} >= ${startOfDay(from, timeZone).toString()}::timestamptz`,
  to && sql`${column} < ${startOfDay(addDays(to, 1), timeZone).toString()}::timestamptz`,
]

/** Everything at and below a path, by the one column of a journal (by its alias) whose index has it in order of time. */
export function atAndBelow(journal: Prisma.Sql, scope: string): Prisma.Sql {
  const [channelId = '', branchId = '', leafId = ''] = scope.split('.')
  if (leafId !== '') return sql`${journal}.scope = ${scope}::text`
  return branchId === ''
    ? sql`${journal}.channel_id = ${channelId}::text`
    : sql`${journal}.branch_id = ${branchId}::text`
}
