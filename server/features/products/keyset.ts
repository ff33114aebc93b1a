import { Prisma } from '@/prisma/generated/client'
import { DomainError } from '@/server/lib/errors'
import { isStorable } from '@/server/lib/text'

const { sql } = Prisma

/** What a list is sorted by, never null, and how its text in a mark becomes that value again. */
export type Order = { by: Prisma.Sql; isText: (text: string) => boolean; value: (text: string) => Prisma.Sql }

export const byText = (by: Prisma.Sql): Order => ({ by, isText: isStorable, value: (text) => sql`${text}::text` })
export const byCount = (by: Prisma.Sql): Order => ({
  by,
  isText: (text) => /^\d{1,9}$/.test(text),
  value: (text) => sql`${text}::int`,
})
/** Days; what has none comes behind everything that has. */
export const byDay = (column: Prisma.Sql): Order => ({
  by: sql`coalesce(${column}, 'infinity'::date)`,
  isText: (text) => text === 'infinity' || /^\d{4}-\d\d-\d\d$/.test(text),
  value: (text) => sql`${text}::date`,
})
export const byInstant = (column: Prisma.Sql): Order => ({
  by: column,
  isText: (text) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(text),
  value: (text) => sql`${text}::timestamptz`,
})

type Asked = { descending: boolean; limit: number; after?: string | undefined; before?: string | undefined }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function readMark(order: Order, mark: string): { text: string; id: string } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(mark, 'base64url').toString())
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [text, id] = parsed
      if (typeof text === 'string' && typeof id === 'string' && order.isText(text) && UUID.test(id)) return { text, id }
    }
  } catch {
    // not JSON: as good as any other wrong mark
  }
  throw new DomainError('invalidInput')
}

/** The condition and order of one page of rows, two more columns for its marks, and how to cut them off again. */
export function pageSql(order: Order, id: Prisma.Sql, { descending, limit, after, before }: Asked) {
  const isBackwards = before !== undefined
  const isDown = descending !== isBackwards
  const mark = before ?? after
  const at = mark === undefined ? null : readMark(order, mark)
  const direction = isDown ? sql`desc` : sql`asc`
  return {
    condition: at
      ? isDown
        ? sql`(${order.by}, ${id}) < (${order.value(at.text)}, ${at.id}::uuid)`
        : sql`(${order.by}, ${id}) > (${order.value(at.text)}, ${at.id}::uuid)`
      : sql`true`,
    order: sql`${order.by} ${direction}, ${id} ${direction} limit ${limit + 1}`,
    mark: sql`(${order.by})::text as mark`,
    cut<Row extends { id: string; mark: string }>(found: readonly Row[]) {
      const rows = found.slice(0, limit)
      if (isBackwards) rows.reverse()
      const hasMore = found.length > limit
      const [first] = rows
      const last = rows.at(-1)
      const written = (row: Row) => Buffer.from(JSON.stringify([row.mark, row.id])).toString('base64url')
      return {
        rows: rows.map(({ mark: _, ...row }) => row),
        after: last && (isBackwards || hasMore) ? written(last) : null,
        before: first && (isBackwards ? hasMore : mark !== undefined) ? written(first) : null,
      }
    },
  }
}

/** Conditions as one. */
export const all = (conditions: readonly (Prisma.Sql | false | undefined | '')[]): Prisma.Sql => {
  const asked = conditions.filter((condition): condition is Prisma.Sql => condition instanceof Prisma.Sql)
  return asked.length === 0 ? sql`true` : Prisma.join([...asked], ' and ')
}

/** Part of a name, whatever its case and accents; the signs of a pattern mean themselves. */
export const contains = (column: Prisma.Sql, text: string): Prisma.Sql =>
  sql`fold(${column}) like search_pattern(${text})`
