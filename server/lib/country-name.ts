/** Names of countries, without the list of them (countries.ts), which is for choosing and checking. */
const displays = new Map<string, Intl.DisplayNames>()

function display(locale: string): Intl.DisplayNames {
  const known = displays.get(locale) ?? new Intl.DisplayNames([locale], { type: 'region' })
  displays.set(locale, known)
  return known
}

/** Has it the form of an alpha-2 code? Enough to filter by: a country nobody knows has no customers. */
export const isCountryForm = (code: string): boolean => /^[A-Z]{2}$/.test(code)

/** Name of a country in a language; what is no code is given back as it is. */
export const countryName = (code: string, locale: string): string =>
  isCountryForm(code) ? (display(locale).of(code) ?? code) : code
