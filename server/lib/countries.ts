import { countryName } from './country-name'

/**
 * ISO 3166-1 alpha-2, and XK: user-assigned, but in every list of real organisations (Kosovo has no code of its own yet).
 * Data only: the names come from Intl.DisplayNames in the language asked for.
 */
export const COUNTRIES = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC ' +
  'CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD ' +
  'GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH ' +
  'KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW ' +
  'MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC ' +
  'SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY ' +
  'UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
).split(' ')

const KNOWN = new Set(COUNTRIES)

/** Is it an upper-case alpha-2 code of the list? */
export const isCountry = (code: string): boolean => KNOWN.has(code)

/** All countries in the alphabetical order of a language. */
export function countriesIn(locale: string): { code: string; name: string }[] {
  const { compare } = new Intl.Collator(locale)
  return COUNTRIES.map((code) => ({ code, name: countryName(code, locale) })).sort((a, b) => compare(a.name, b.name))
}

/** What people write instead of the name that Intl knows. */
const ALIASES: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  usa: 'US',
  'united states of america': 'US',
  "etats-unis d'amerique": 'US',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  'republique tcheque': 'CZ',
  turkey: 'TR',
  'south korea': 'KR',
  'republic of korea': 'KR',
  'ivory coast': 'CI',
  'hong kong': 'HK',
  macau: 'MO',
  burma: 'MM',
  swaziland: 'SZ',
  macedonia: 'MK',
  uae: 'AE',
}

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").trim().toLowerCase()

let byName: Map<string, string> | undefined

function names(): Map<string, string> {
  byName ??= new Map([
    ...Object.entries(ALIASES),
    ...['fr', 'en'].flatMap((locale) =>
      COUNTRIES.map((code): [string, string] => [folded(countryName(code, locale)), code]),
    ),
  ])
  return byName
}

/** The code that a text stands for — a code in any case, or a name in English or French, accents forgiven — or null. */
export function countryNamed(text: string): string | null {
  const code = text.trim().toUpperCase()
  return isCountry(code) ? code : (names().get(folded(text)) ?? null)
}
