import type { Tx } from '@/server/db/client'

/**
 * What is kept for each company that manages customers, and for its channel (docs/decisions/017): companies by status, customers by
 * the day they were made, by the set of what their licences are and by the day the next of them ends; licences by product and
 * status, and by the month in which they end.
 */
export type Figure = 'customer' | 'partner' | 'created' | 'bits' | 'expiry' | 'product' | 'term'

/** All keys of a figure, or those from one up to and with another. */
export type Asked = { figure: Figure; from?: string; to?: string }
export type Kept = { figure: Figure; key: string; count: number }

/** Sorts behind every key. */
const LAST = '~'

/** What is kept of a company by its path: one statement, a few rows, whatever lies below it. */
export const keptOf = (tx: Tx, scope: string, asked: readonly Asked[]): Promise<Kept[]> =>
  tx.$queryRaw<Kept[]>`
    select a.figure, t.key, sum(t.count)::int as count
    from unnest(${asked.map(({ figure }) => figure)}::text[], ${asked.map(({ from }) => from ?? '')}::text[],
      ${asked.map(({ to }) => to ?? LAST)}::text[]) as a (figure, first, last)
    join tally t on t.scope = ${scope} and t.figure = a.figure and t.key >= a.first and t.key <= a.last
    group by a.figure, t.key having sum(t.count) <> 0`

/** How many there are of a figure, of all keys that count. */
export const sumOf = (kept: readonly Kept[], figure: Figure, isMeant: (key: string) => boolean = () => true): number =>
  kept.reduce((sum, one) => (one.figure === figure && isMeant(one.key) ? sum + one.count : sum), 0)
