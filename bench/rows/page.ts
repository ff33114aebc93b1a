import type { Console } from '../console'
import { Http, inTurns, measure } from '../load'
import { startEmpty } from '../processes'
import { type Line, ms, perSecond, times } from '../report'
import { ROUNDS } from './list'

/** Not there: whoever is signed in gets the shell of the console with nothing in it. */
const EMPTY = '/nothing'

/** As a browser asks for a page whose address was typed or followed. */
const BY_ADDRESS = { 'sec-fetch-dest': 'document' }

/**
 * Row 13: the Customers page with its fifty rows, against an empty page of the same console (session, languages, shell) and,
 * to know what those cost, against an empty page of a bare Next (docs/decisions/016).
 */
export async function pageRow(size: string, console: Console): Promise<Line[]> {
  const page =
    (path: string, status = 200) =>
    () =>
      measure(() => console.ask({ path, headers: BY_ADDRESS, isKept: false }), { lanes: 8, status })
  const same = await inTurns(ROUNDS, page(EMPTY, 404), page('/customers'))
  const empty = await startEmpty()
  const bareNext = new Http(empty.port)
  const bare = await inTurns(
    ROUNDS,
    () => measure(() => bareNext.ask({ path: '/', isKept: false }), { lanes: 8 }),
    page('/customers'),
  )
  bareNext.close()
  await empty.stop()
  const line = { row: '13', size }
  const requests = (ratio: { a: { perSecond: number }; b: { perSecond: number } }) => ({
    floor: perSecond(ratio.a.perSecond),
    tierline: perSecond(ratio.b.perSecond),
    ratio: times(ratio.b.perSecond / ratio.a.perSecond),
  })
  return [
    {
      ...line,
      work: 'Customers page with 50 rows (floor: empty page of the console)',
      ...requests(same),
      ...{ goal: '≥ 0.45 ×', isMet: same.b.perSecond / same.a.perSecond >= 0.45 },
    },
    {
      ...line,
      work: 'Customers page: p95',
      ...{ floor: ms(same.a.p95), tierline: ms(same.b.p95), ratio: times(same.b.p95 / same.a.p95) },
      ...{ goal: '', isMet: null },
    },
    {
      ...line,
      work: 'Customers page with 50 rows (floor: empty page of a bare Next)',
      ...requests(bare),
      ...{ goal: '', isMet: null },
    },
  ]
}
