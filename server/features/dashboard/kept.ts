import type { Tx } from '@/server/db/client'

/**
 * What is kept for each company that manages customers, and for its channel (docs/decisions/017): companies by status, customers by
 * the day they were made, by the set of what their licences are and by the day the next of them ends; licences by product and
 * status, and by the month in which they end.
 */
const FIGURES = ['customer', 'partner', 'created', 'bits', 'expiry', 'product', 'term'] as const
export type Figure = (typeof FIGURES)[number]

/** All keys of a figure, or those from one up to and with another. */
export type Asked = { figure: Figure; from?: string; to?: string }
/** How many there are of each key. */
export type Counts = Readonly<Record<string, number>>
export type Kept = Readonly<Partial<Record<Figure, Counts>>>

/** Sorts behind every key. */
const LAST = '~'

/** What is kept of a company by its path: one statement, a few rows, whatever lies below it. */
export async function keptOf(tx: Tx, scope: string, asked: readonly Asked[]): Promise<Kept> {
  const rows = await tx.$queryRaw<{ figure: Figure; counts: Counts }[]>`
    select figure, json_object_agg(key, count) as counts from (
      select a.figure, t.key, sum(t.count)::int as count
      from unnest(${asked.map(({ figure }) => figure)}::text[], ${asked.map(({ from }) => from ?? '')}::text[],
        ${asked.map(({ to }) => to ?? LAST)}::text[]) as a (figure, first, last)
      join tally t on t.scope = ${scope} and t.figure = a.figure and t.key >= a.first and t.key <= a.last
      group by a.figure, t.key having sum(t.count) <> 0) summed
    group by figure`
  return Object.fromEntries(rows.map(({ figure, counts }) => [figure, counts]))
}

/** How many there are, of all keys that are meant. */
export const sumOf = (counts: Counts = {}, isMeant: (key: string) => boolean = () => true): number =>
  Object.entries(counts).reduce((sum, [key, count]) => (isMeant(key) ? sum + count : sum), 0)
