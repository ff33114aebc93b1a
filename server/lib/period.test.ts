import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { todayIn } from './days'
import { addDays, addMonths, anchorOf, cycleOf, daysBetween, isWithin, startOfDay, type Term, termOf } from './period'

const ANCHORS = Array.from({ length: 31 }, (_, i) => i + 1)
const pad = (value: number) => String(value).padStart(2, '0')

/** The calendar again, without Temporal: days since 1970 by the civil-calendar formula. */
function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** The k-th anniversary by hand: the anchor day, or the last day of a shorter month. */
function byHand(year: number, month: number, anchor: number): string {
  const y = year + Math.floor((month - 1) / 12)
  const m = ((month - 1) % 12) + 1
  const length = m === 2 && isLeap(y) ? 29 : (LENGTHS[m - 1] ?? 0)
  return `${y}-${pad(m)}-${pad(Math.min(anchor, length))}`
}

test.each(ANCHORS)('monthly terms from the %i. tile ten years without gap or overlap', (anchor) => {
  let term: Term = termOf(`2027-01-${pad(anchor)}`, 1)
  for (let k = 1; k <= 120; k += 1) {
    expect(term.endsOn).toBe(byHand(2027, 1 + k, anchor))
    expect(daysBetween(term.startsOn, term.endsOn)).toBeGreaterThanOrEqual(28)
    const next = termOf(term.endsOn, 1, anchor)
    expect(next.startsOn).toBe(term.endsOn)
    expect([term, next].filter((one) => isWithin(one, term.endsOn))).toEqual([next])
    term = next
  }
})

test('renewing in any steps ends where one long step ends', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 66 }), { minLength: 1, maxLength: 12 })
  const start = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(start, steps, (date, months) => {
      const first = date.toISOString().slice(0, 10)
      const anchor = anchorOf(first)
      const stepwise = months.reduce((day, count) => addMonths(day, count, anchor), first)
      const total = months.reduce((sum, count) => sum + count, 0)
      expect(stepwise).toBe(addMonths(first, total))
      const [year = 0, month = 0] = first.split('-').map(Number)
      expect(stepwise).toBe(byHand(year, month + total, anchor))
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2027-03-15', 66, '2032-09-15'],
  ['9999-11-30', 1, '9999-12-30'],
])('%s and %i months: %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected)
})

test('29 February keeps its anchor: the next leap year has it back', () => {
  const ends = [12, 24, 36, 48].map((months) => addMonths('2028-02-29', months))
  expect(ends).toEqual(['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29'])
})

test('days between agree with the civil calendar', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
      const from = date.toISOString().slice(0, 10)
      const to = addDays(from, days)
      expect(daysBetween(from, to)).toBe(days)
      expect(dayNumber(to) - dayNumber(from)).toBe(days)
    }),
  )
})

test('a cycle is the calendar month', () => {
  expect(cycleOf('2028-02-29')).toEqual({ startsOn: '2028-02-01', endsOn: '2028-03-01' })
  expect(cycleOf('2026-12-01')).toEqual({ startsOn: '2026-12-01', endsOn: '2027-01-01' })
})

/** Half-hour changes, a quarter-hour offset, a day that never was, midnights that are skipped or come twice. */
const ODD_ZONES = [
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Santiago',
  'Europe/Paris',
  'America/Havana',
]

test.each(ODD_ZONES)('%s: each day begins once, and its first and last instants belong to it', (zone) => {
  for (let day = '2026-01-01'; day < '2028-01-01'; day = addDays(day, 1)) {
    const begins = startOfDay(day, zone)
    const ends = startOfDay(addDays(day, 1), zone)
    expect(todayIn(zone, begins)).toBe(day)
    expect(todayIn(zone, ends.subtract({ nanoseconds: 1 }))).toBe(day)
    const hours = begins.until(ends, { largestUnit: 'hour' }).total('hour')
    expect([23, 23.5, 24, 24.5, 25]).toContain(hours)
  }
})

test('Apia had no 30 December 2011: the day before is followed by the day after', () => {
  const last = Temporal.Instant.from('2011-12-30T09:59:59Z')
  expect(todayIn('Pacific/Apia', last)).toBe('2011-12-29')
  expect(todayIn('Pacific/Apia', last.add({ seconds: 1 }))).toBe('2011-12-31')
  expect(daysBetween('2011-12-29', '2011-12-31')).toBe(2)
})

test('one instant is three different days around the world', () => {
  const now = Temporal.Instant.from('2026-11-21T10:30:00Z')
  expect(['Pacific/Pago_Pago', 'Asia/Kathmandu', 'Pacific/Kiritimati'].map((zone) => todayIn(zone, now))).toEqual([
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ])
})
