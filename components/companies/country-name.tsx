'use client'

import { useLocale } from 'next-intl'
import { countryName } from '@/server/lib/country-name'

/** The name of a country in the person's language. Server and browser may name it a little differently: the first name stays. */
export function CountryName({ code }: { code: string }) {
  return <span suppressHydrationWarning>{countryName(code, useLocale())}</span>
}
