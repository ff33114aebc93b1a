import { CUSTOMER_SORTS } from '@/server/features/customers/list-options'
import type { CustomerPageInput } from '@/server/features/customers/list-schema'
import type { Console } from '../console'
import { TOP_SCOPE } from '../data'
import type { BenchDatabase } from '../databases'
import { Http, inTurns, type Load, measure, middle } from '../load'
import { startBare } from '../processes'
import { type Line, ms, perSecond, times } from '../report'
import { listStatement } from '../statements'

export const ROUNDS = 3
const CALLERS = 16

/** What people see first: a filter, an order, fifty rows. */
const PAGE: CustomerPageInput = { filter: { status: ['enabled'] }, sort: 'name' }

/** Row 1: the list at sixteen callers, against a bare server with the same SQL. */
export async function listRow(database: BenchDatabase, console: Console): Promise<Line[]> {
  const bare = await startBare(database, { list: await listStatement(TOP_SCOPE, PAGE) })
  const floor = new Http(bare.port)
  const { a, b } = await inTurns(
    ROUNDS,
    () => measure(() => floor.ask({ path: '/list' }), { lanes: CALLERS }),
    () => measure(() => console.query('customers.list', PAGE), { lanes: CALLERS }),
  )
  floor.close()
  await bare.stop()
  const line = { row: '1', size: database.size.name }
  return [
    {
      ...line,
      work: 'list page, 16 callers: requests',
      ...{ floor: perSecond(a.perSecond), tierline: perSecond(b.perSecond), ratio: times(b.perSecond / a.perSecond) },
      ...{ goal: '≥ 0.4 ×', isMet: b.perSecond / a.perSecond >= 0.4 },
    },
    {
      ...line,
      work: 'list page, 16 callers: p95',
      ...{
        floor: ms(a.p95),
        tierline: ms(b.p95),
        ratio: times(b.p95 / a.p95),
        goal: '≤ 3 ×',
        isMet: b.p95 / a.p95 <= 3,
      },
    },
  ]
}

const serial = (console: Console, input: CustomerPageInput) =>
  measure(() => console.query('customers.list', input), { seconds: 1.5, count: 150, warmUp: 10 })

/** Each order that the list offers, its first page and a page far behind. */
export async function everyPage(console: Console, deepMarks: Record<string, string>): Promise<Map<string, Load>> {
  const loads = new Map<string, Load[]>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const sort of CUSTOMER_SORTS) {
      for (const [depth, more] of [
        ['first page', {}],
        ['deep page', { after: deepMarks[sort] }],
      ] as const) {
        const key = `${sort}, ${depth}`
        loads.set(key, [...(loads.get(key) ?? []), await serial(console, { sort, ...more })])
      }
    }
  }
  return new Map([...loads].map(([key, found]) => [key, middle(found)]))
}

/** Row 2: how much the slowest-growing and the fastest-growing page costs with so many more customers. */
export function growthLines(small: Map<string, Load>, large: Map<string, Load>, sizes: string): Line[] {
  const worst = (key: 'p50' | 'p95') =>
    [...small]
      .map(([page, load]) => ({ page, from: load[key], to: large.get(page)?.[key] ?? Number.NaN }))
      .reduce((a, b) => (b.to / b.from > a.to / a.from ? b : a))
  return (['p50', 'p95'] as const).map((key) => {
    const { page, from, to } = worst(key)
    const goal = key === 'p50' ? 2 : 3
    return {
      row: '2',
      work: `any order, any depth: worst ${key} (${page})`,
      size: sizes,
      ...{ floor: ms(from), tierline: ms(to), ratio: times(to / from), goal: `≤ ${goal} ×`, isMet: to / from <= goal },
    }
  })
}

/** Row 3: orders and filters by kept columns, against the plain list. */
export async function attentionRow({ size }: BenchDatabase, console: Console): Promise<Line[]> {
  const inputs: [string, CustomerPageInput][] = [
    ['by attention', { sort: 'attention', descending: true }],
    ['by next expiry', { sort: 'nextExpiry' }],
    ['needing action', { filter: { attention: ['threatAction', 'licenceAction'] } }],
    ['with a licence warning', { filter: { attention: ['licenceWarning'] } }],
    ['with expiring licences', { filter: { licences: ['expiringSoon'] } }],
    ['in grace or over, by next expiry', { filter: { licences: ['grace', 'expired'] }, sort: 'nextExpiry' }],
    ['expiring in a month', { filter: { expiresFrom: '2026-12-01', expiresTo: '2026-12-31' }, sort: 'nextExpiry' }],
  ]
  const lines: Line[] = []
  for (const [name, input] of inputs) {
    const { a, b } = await inTurns(
      ROUNDS,
      () => serial(console, { sort: 'name' }),
      () => serial(console, input),
    )
    lines.push({
      row: '3',
      work: `list ${name} (floor: by name)`,
      size: size.name,
      ...{
        floor: ms(a.p50),
        tierline: ms(b.p50),
        ratio: times(b.p50 / a.p50),
        goal: '≤ 1.5 ×',
        isMet: b.p50 / a.p50 <= 1.5,
      },
    })
  }
  return lines
}

/** Row 4: search inside names (three characters and more), and by their beginning (fewer). */
export async function searchRow({ size }: BenchDatabase, console: Console): Promise<Line[]> {
  const terms: [string, string][] = [
    ['rare, inside', `${size.customers - 3}`],
    ['common, inside', 'clinic'],
    ['accents forgiven', 'elite dental'],
    ['no match', 'zzzqqq'],
    ['two letters', 'no'],
    ['Japanese', '東京'],
  ]
  const lines: Line[] = []
  for (const [name, q] of terms) {
    const loads: Load[] = []
    for (let round = 0; round < ROUNDS; round++) loads.push(await serial(console, { filter: { q } }))
    const { p50, p95 } = middle(loads)
    lines.push({
      row: '4',
      work: `search: ${name}`,
      size: size.name,
      ...{ floor: '', tierline: `${ms(p50)}, p95 ${ms(p95)}`, ratio: '', goal: 'p95 ≤ 25 ms', isMet: p95 <= 25 },
    })
  }
  return lines
}

/** Row 6: the exact count, which the rows never wait for. */
export async function countRow({ size }: BenchDatabase, console: Console): Promise<Line[]> {
  const loads: Load[] = []
  for (let round = 0; round < ROUNDS; round++) {
    loads.push(await measure(() => console.query('customers.count', {}), { seconds: 2, count: 60, warmUp: 5 }))
  }
  const rows = await serial(console, { sort: 'name' })
  const { p50 } = middle(loads)
  return [
    {
      row: '6',
      work: 'exact count, apart from the rows (floor: the rows)',
      size: size.name,
      ...{ floor: ms(rows.p50), tierline: ms(p50), ratio: '', goal: 'apart', isMet: null },
    },
  ]
}
