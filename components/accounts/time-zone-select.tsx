'use client'

import { useLocale } from 'next-intl'
import type { ComponentProps } from 'react'
import { useBrowser } from '@/components/forms/use-browser'
import { Select } from '@/components/ui/select'
import { timeZones } from '@/server/lib/time-zones'

/** What the clock of a zone shows now, as `UTC+02:00`. */
function offsetOf(zone: string, locale: string, now: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(now)
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC')
}

const wordsOf = (zone: string): string => zone.replaceAll('_', ' ').replaceAll('/', ' / ')

/** Every time zone that this browser knows, with what it is ahead of UTC today; from the server, the current one only. */
export function TimeZoneSelect({ current, ...props }: ComponentProps<'select'> & { current: string }) {
  const locale = useLocale()
  const isKnowing = useBrowser()
  const now = new Date()
  const zones = isKnowing ? timeZones() : []
  const all = zones.includes(current) ? zones : [current, ...zones]
  const labelOf = (zone: string) => (isKnowing ? `${wordsOf(zone)} (${offsetOf(zone, locale, now)})` : wordsOf(zone))
  const options = all.map((zone) => ({ value: zone, label: labelOf(zone) }))
  return <Select {...props} size="md" options={options} />
}
