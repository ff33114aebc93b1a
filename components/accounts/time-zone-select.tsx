'use client'

import { useLocale } from 'next-intl'
import { type ComponentProps, useSyncExternalStore } from 'react'
import { Select } from '@/components/ui/select'
import { timeZones } from '@/server/lib/time-zones'

/** What the clock of a zone shows now, as `UTC+02:00`. */
function offsetOf(zone: string, locale: string, now: Date): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(now)
  return (parts.find(({ type }) => type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC')
}

const wordsOf = (zone: string): string => zone.replaceAll('_', ' ').replaceAll('/', ' / ')

const never = () => () => undefined
/** The zones that this browser knows: the page from the server carries the current one only. */
const useKnownZones = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** Every time zone, by name, with what it is ahead of UTC today. */
export function TimeZoneSelect({ current, ...props }: ComponentProps<'select'> & { current: string }) {
  const locale = useLocale()
  const isKnowing = useKnownZones()
  const now = new Date()
  const zones = isKnowing ? timeZones() : []
  const all = zones.includes(current) ? zones : [current, ...zones]
  const labelOf = (zone: string) => (isKnowing ? `${wordsOf(zone)} (${offsetOf(zone, locale, now)})` : wordsOf(zone))
  const options = all.map((zone) => ({ value: zone, label: labelOf(zone) }))
  return <Select {...props} size="md" options={options} />
}
