import { anchorOf, type Day, addDays as exactAddDays, addMonths as exactAddMonths } from '@/server/lib/period'

/** Seeds ask for the same few thousand days millions of times: each is worked out once. */
function remembered(work: (day: Day, count: number, anchor: number) => Day): typeof work {
  const known = new Map<string, Day>()
  return (day, count, anchor) => {
    const key = `${day}${count},${anchor}`
    const found = known.get(key) ?? work(day, count, anchor)
    known.set(key, found)
    return found
  }
}

const days = remembered(exactAddDays)
const months = remembered(exactAddMonths)

export const addDays = (day: Day, count: number): Day => days(day, count, 0)
export const addMonths = (day: Day, count: number, anchor = anchorOf(day)): Day => months(day, count, anchor)
