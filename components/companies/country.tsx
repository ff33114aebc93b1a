'use client'

import { useLocale } from 'next-intl'
import { useBrowser } from '@/components/forms/use-browser'
import { COUNTRIES, countriesIn } from '@/server/lib/countries'

/** All countries for a list to choose from: by name in the browser, by code in the page as the server sends it. */
export function useCountries(): { code: string; name: string }[] {
  const locale = useLocale()
  return useBrowser() ? countriesIn(locale) : COUNTRIES.map((code) => ({ code, name: code }))
}
