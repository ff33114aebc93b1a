'use client'

import { useFormatter } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'

/** When something happened, in the person's time zone; the zone is named on hover. */
export function Instant({ at }: { at: string }) {
  const format = useFormatter()
  const { timeZone } = usePerson()
  const date = new Date(at)
  return (
    <time
      dateTime={at}
      data-tip={`${format.dateTime(date, { dateStyle: 'full', timeStyle: 'medium' })} · ${timeZone}`}
      className="whitespace-nowrap tabular-nums"
    >
      {format.dateTime(date, { dateStyle: 'medium', timeStyle: 'short' })}
    </time>
  )
}
