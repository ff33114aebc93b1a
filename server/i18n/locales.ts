/** The languages Tierline speaks. English is the source; a test holds the others to the same keys and arguments. */
export const LOCALES = ['en', 'fr'] as const
export type Locale = (typeof LOCALES)[number]
export const DEFAULT_LOCALE: Locale = 'en'
export const LOCALE_COOKIE = 'tierline-locale'

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value)

/** The first language of an Accept-Language header that Tierline speaks, else English. */
export function fromAcceptLanguage(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { locale: tag.slice(0, 2).toLowerCase(), weight: quality === undefined ? 1 : Number(quality) || 0 }
    })
    .sort((a, b) => b.weight - a.weight)
  return wanted.map(({ locale }) => locale).find(isLocale) ?? DEFAULT_LOCALE
}
