import { Prisma } from '@/prisma/generated/client'
import { DomainError } from '@/server/lib/errors'
import { isCompanyId, isUuid } from '@/server/lib/id-form'
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

/** What the rows of a list are named by. */
type IdKind = { isId: (id: string) => boolean; value: (id: string) => Prisma.Sql }
export const UUIDS: IdKind = { isId: isUuid, value: (id) => sql`${id}::uuid` }
export const COMPANY_IDS: IdKind = { isId: isCompanyId, value: (id) => sql`${id}::text` }

/** Where a page ends: the value that its last row is sorted by, as text, and the row's id. */
type Mark<Value extends string | null> = { value: Value; id: string }

export const writeMark = ({ value, id }: Mark<string | null>): string =>
  Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** A mark that a page gave. Refuses with invalidInput what none can have given. */
export function readMark<Value extends string | null>(
  mark: string,
  isValue: (value: unknown) => value is Value,
  isId: (id: string) => boolean,
): Mark<Value> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(mark, 'base64url').toString())
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, id]: unknown[] = parsed
      if (isValue(value) && typeof id === 'string' && isId(id)) return { value, id }
    }
  } catch {
    // not JSON: as good as any other wrong mark
  }
  throw new DomainError('invalidInput')
}

/** Which page of a list: as many rows after or before a mark, or its first ones. */
type Asked = { limit: number; after?: string | undefined; before?: string | undefined }

/** The page among the rows that were found (in its direction, one more than it holds), and the marks of its neighbours. */
export function cutPage<Row>(found: readonly Row[], { limit, after, before }: Asked, markOf: (row: Row) => string) {
  const isBackwards = before !== undefined
  const rows = found.slice(0, limit)
  if (isBackwards) rows.reverse()
  const hasMore = found.length > limit
  const [first] = rows
  const last = rows.at(-1)
  return {
    rows,
    after: last && (isBackwards || hasMore) ? markOf(last) : null,
    before: first && (isBackwards ? hasMore : after !== undefined) ? markOf(first) : null,
  }
}

/** The condition and order of one page of rows, two more columns for its marks, and how to cut them off again. */
export function pageSql(order: Order, id: Prisma.Sql, ids: IdKind, asked: Asked & { descending: boolean }) {
  const isDown = asked.descending !== (asked.before !== undefined)
  const mark = asked.before ?? asked.after
  const isText = (text: unknown): text is string => typeof text === 'string' && order.isText(text)
  const at = mark === undefined ? null : readMark(mark, isText, ids.isId)
  const direction = isDown ? sql`desc` : sql`asc`
  return {
    condition: at
      ? sql`(${order.by}, ${id}) ${isDown ? sql`<` : sql`>`} (${order.value(at.value)}, ${ids.value(at.id)})`
      : sql`true`,
    order: sql`${order.by} ${direction}, ${id} ${direction}`,
    limit: sql`limit ${asked.limit + 1}`,
    mark: sql`(${order.by})::text as mark`,
    cut<Row extends { id: string; mark: string }>(found: readonly Row[]) {
      const { rows, ...marks } = cutPage(found, asked, ({ mark, id }) => writeMark({ value: mark, id }))
      return { rows: rows.map(({ mark: _, ...row }) => row), ...marks }
    },
  }
}
