import { Prisma } from '@/prisma/generated/client'
import { readMark } from '@/server/db/keyset'
import { isCompanyId } from '@/server/lib/id-form'
import { isStorable } from '@/server/lib/text'
import type { CustomerSort } from './list-options'

const { sql } = Prisma

type Order = {
  /** What the index of this order is on. */
  by: Prisma.Sql
  /** The same as the text of a mark. */
  text: Prisma.Sql
  /** The text of a mark as that value again; null where a row has none. */
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

/** The rows beyond a mark, in one direction: a comparison of rows, which the index answers by one descent. Refuses with invalidInput. */
export function beyond(sort: CustomerSort, mark: string, descending: boolean): Prisma.Sql {
  const { by, value: read, isText } = ORDERS[sort]
  const isValue = (value: unknown): value is string | null =>
    (value === null || typeof value === 'string') && isText(value)
  const { value, id } = readMark(mark, isValue, isCompanyId)
  return sql`(${by}, c.id) ${descending ? sql`<` : sql`>`} (${read(value)}, ${id})`
}

/** The order of what the index is on, or of a column that has its value. */
export const inOrder = (by: Prisma.Sql, descending: boolean): Prisma.Sql =>
  descending ? sql`${by} desc, c.id desc` : sql`${by}, c.id`

export const orderBy = (sort: CustomerSort, descending: boolean): Prisma.Sql => inOrder(ORDERS[sort].by, descending)
