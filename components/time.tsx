'use client'

import { useFormatter } from 'next-intl'
import { useCallback } from 'react'
import { cn } from '@/components/ui/cn'
import type { Day } from '@/server/lib/period'

type InstantProps = {
  at: string
  /** The day is enough; the time is in the tip. */
  dayOnly?: boolean
  /** Who did it, for the tip. */
  by?: string | null
  className?: string
}

/** When something happened, in the person's time zone. On hover it is told whole, with the zone (ui/tip-layer.tsx). */
export function Instant({ at, dayOnly = false, by, className }: InstantProps) {
  const format = useFormatter()
  return (
    <time dateTime={at} data-tip-whole={by ?? ''} className={cn('whitespace-nowrap tabular-nums', className)}>
      {format.dateTime(new Date(at), dayOnly ? { dateStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  )
}

/** Writes days. A day has no time zone: noon in UTC, written in UTC, is that day everywhere. */
export function useDay(dateStyle: 'medium' | 'long' = 'medium'): (day: Day) => string {
  const format = useFormatter()
  return useCallback(
    (day) => format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle, timeZone: 'UTC' }),
    [format, dateStyle],
  )
}

/** A day as it is written in a list. */
export function CalendarDay({ on }: { on: Day }) {
  const day = useDay()
  return <time dateTime={on}>{day(on)}</time>
}
