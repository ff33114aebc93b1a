import { Temporal } from 'temporal-polyfill'

/** A calendar day, YYYY-MM-DD. Days of the years 1000 to 9999 compare as text. */
export type Day = string

/** Whole days from `startsOn` up to, not including, `endsOn`. */
export type Term = { startsOn: Day; endsOn: Day }

const dateOf = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day)

/** Day of the month (1–31) from which months are counted. */
export const anchorOf = (day: Day): number => Number(day.slice(8))

const KEPT_MAX = 50_000

/** Bulk work and seeds ask for the same few days again and again: each is worked out once. */
function remembered(work: (day: Day, count: number, anchorDay: number) => Day): typeof work {
  const known = new Map<string, Day>()
  return (day, count, anchorDay) => {
    const key = `${day} ${count} ${anchorDay}`
    const found = known.get(key)
    if (found !== undefined) return found
    const worked = work(day, count, anchorDay)
    if (known.size >= KEPT_MAX) known.clear()
    known.set(key, worked)
    return worked
  }
}

const daysAfter = remembered((day, days) => dateOf(day).add({ days }).toString())
const monthsAfter = remembered((day, months, anchorDay) => {
  const month = dateOf(day).with({ day: 1 }).add({ months })
  return month.with({ day: Math.min(anchorDay, month.daysInMonth) }).toString()
})

export const addDays = (day: Day, days: number): Day => daysAfter(day, days, 0)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dateOf(from).until(dateOf(to), { largestUnit: 'day' }).days

/**
 * The day `months` after `day`, counted from an anchor day: what began on the 31st falls on the last day of short months and
 * returns to the 31st afterwards. The database counts in the same way (function months_after).
 */
export const addMonths = (day: Day, months: number, anchorDay = anchorOf(day)): Day =>
  monthsAfter(day, months, anchorDay)

/** The term of so many months that begins on a day. */
export const termOf = (startsOn: Day, months: number, anchorDay = anchorOf(startsOn)): Term => ({
  startsOn,
  endsOn: addMonths(startsOn, months, anchorDay),
})

export const isWithin = ({ startsOn, endsOn }: Term, day: Day): boolean => startsOn <= day && day < endsOn

export const earliest = (a: Day, b: Day): Day => (a < b ? a : b)
export const latest = (a: Day, b: Day): Day => (a > b ? a : b)

/** The calendar month that holds a day: the cycle of usage and billing. */
export function cycleOf(day: Day): Term {
  const startsOn = `${day.slice(0, 8)}01`
  return { startsOn, endsOn: addMonths(startsOn, 1) }
}

/** The instant at which a day begins in a time zone: later than midnight where the clock skips it. */
export const startOfDay = (day: Day, timeZone: string): Temporal.Instant =>
  dateOf(day).toZonedDateTime(timeZone).toInstant()
