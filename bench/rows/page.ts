import type { Console } from '../console'
import { Http, inTurns, measure } from '../load'
import { startEmpty } from '../processes'
import { type Line, ms, perSecond, times } from '../report'
import { ROUNDS } from './list'

/** Row 13: the Customers page with its fifty rows, against an empty page of the same Next. */
export async function pageRow(size: string, console: Console): Promise<Line[]> {
  const empty = await startEmpty()
  const floor = new Http(empty.port)
  const { a, b } = await inTurns(
    ROUNDS,
    () => measure(() => floor.ask({ path: '/', isKept: false }), { lanes: 8 }),
    () => measure(() => console.ask({ path: '/customers', isKept: false }), { lanes: 8 }),
  )
  floor.close()
  await empty.stop()
  return [
    {
      row: '13',
      work: 'Customers page with 50 rows (floor: empty page)',
      size,
      ...{ floor: perSecond(a.perSecond), tierline: perSecond(b.perSecond), ratio: times(b.perSecond / a.perSecond) },
      ...{ goal: '≥ 0.45 ×', isMet: b.perSecond / a.perSecond >= 0.45 },
    },
    {
      row: '13',
      work: 'Customers page: p95',
      size,
      ...{ floor: ms(a.p95), tierline: ms(b.p95), ratio: times(b.p95 / a.p95), goal: '', isMet: null },
    },
  ]
}
