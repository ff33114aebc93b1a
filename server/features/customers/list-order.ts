import { Prisma } from '@/prisma/generated/client'
import { DomainError } from '@/server/lib/errors'
import { isStorable } from '@/server/lib/text'
import type { CustomerSort } from './list-options'

const { sql } = Prisma

/** Where a page ends: the value that its last row is sorted by (as text; null stands at the end of time) and the row's id. */
export type Mark = { value: string | null; id: string }

type Order = {
  /** What the index of this order is on. */
  by: Prisma.Sql
  /** The same as the text of a mark. */
  text: Prisma.Sql
  /** The text of a mark as that value again. */
  value: (text: string | null) => Prisma.Sql
  isText: (text: string | null) => boolean
}

const words = (column: Prisma.Sql): Order => ({
  by: column,
  text: column,
  value: (text) => sql`${text ?? ''}::text`,
  isText: (text) => text !== null && isStorable(text),
})
const isCount = (text: string | null) => text !== null && /^\d{1,9}$/.test(text)
const instant = (column: Prisma.Sql, by: Prisma.Sql, never: string): Order => ({
  by,
  text: sql`(extract(epoch from ${column}) * 1000000)::bigint::text`,
  value: (text) =>
    text === null
      ? sql`${never}::timestamptz`
      : sql`('epoch'::timestamptz + ${text}::bigint * interval '1 microsecond')`,
  isText: (text) => text === null || /^-?\d{1,16}$/.test(text),
})

/** As its index has it; see the migration. */
export const EXPIRY = sql`(case when c.next_expiry_on is null then 'infinity'::date else c.next_expiry_on end)`

/** Each offered order has an index for a channel and one for a managing company, ended by the id so that no two rows tie. */
export const ORDERS: Record<CustomerSort, Order> = {
  name: words(sql`c.name`),
  city: words(sql`c.city`),
  country: words(sql`c.country`),
  created: instant(sql`c.created_at`, sql`c.created_at`, 'infinity'),
  attention: {
    by: sql`c.attention_rank`,
    text: sql`c.attention_rank::text`,
    value: (text) => sql`${text ?? '0'}::int`,
    isText: isCount,
  },
  // Who has nothing that expires comes behind everything that does.
  nextExpiry: {
    by: EXPIRY,
    text: sql`(c.next_expiry_on - '1970-01-01'::date)::text`,
    value: (text) => (text === null ? sql`'infinity'::date` : sql`('1970-01-01'::date + ${text}::int)`),
    isText: (text) => text === null || /^-?\d{1,6}$/.test(text),
  },
  lastTransaction: instant(
    sql`c.last_transaction_at`,
    sql`case when c.last_transaction_at is null then '-infinity'::timestamptz else c.last_transaction_at end`,
    '-infinity',
  ),
}

export const writeMark = ({ value, id }: Mark): string => Buffer.from(JSON.stringify([value, id])).toString('base64url')

/** A mark that a page gave. Refuses with invalidInput what none can have given for this order. */
export function readMark(sort: CustomerSort, mark: string): Mark {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(mark, 'base64url').toString())
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, id] = parsed
      const isValue = (value === null || typeof value === 'string') && ORDERS[sort].isText(value)
      if (isValue && typeof id === 'string' && /^[0-9a-z]{1,16}$/.test(id)) return { value, id }
    }
  } catch {
    // not JSON: as good as any other wrong mark
  }
  throw new DomainError('invalidInput')
}

/** The rows beyond a mark, in one direction: a comparison of rows, which the index answers by one descent. */
export function beyond(sort: CustomerSort, { value, id }: Mark, descending: boolean): Prisma.Sql {
  const { by, value: read } = ORDERS[sort]
  return descending ? sql`(${by}, c.id) < (${read(value)}, ${id})` : sql`(${by}, c.id) > (${read(value)}, ${id})`
}

export const orderBy = (sort: CustomerSort, descending: boolean): Prisma.Sql =>
  descending ? sql`${ORDERS[sort].by} desc, c.id desc` : sql`${ORDERS[sort].by}, c.id`
