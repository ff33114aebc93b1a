/** A place: city, state or province, the city in plain letters for slugs and mail addresses, and a postal code. */
export type Place = readonly [city: string, state: string, plain: string, postalCode: string]

/** What companies and people of a country are called, in its own script. `{last}` and `{city}` stand in company names. */
export type Region = {
  country: string
  phone: string
  timeZone: string
  locale: 'en' | 'fr'
  places: readonly Place[]
  first: readonly string[]
  last: readonly string[]
  companies: readonly string[]
  streets: readonly string[]
  /** The house number stands before the street. */
  numberFirst?: true
}
