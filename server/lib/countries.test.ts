import { expect, test } from 'vitest'
import { COUNTRIES, countriesIn, countryNamed, isCountry } from './countries'
import { countryName } from './country-name'

test('the list holds the 249 codes of ISO 3166-1 and Kosovo, each once', () => {
  expect(COUNTRIES).toHaveLength(250)
  expect(new Set(COUNTRIES).size).toBe(250)
})

test('every code has a name of its own in both languages', () => {
  for (const locale of ['en', 'fr']) {
    const names = COUNTRIES.map((code) => countryName(code, locale))
    expect(names.filter((name) => /^[A-Z]{2}$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(250)
  }
  expect(countryName('DE', 'fr')).toBe('Allemagne')
})

test('a list is in the order of its language', () => {
  expect(countriesIn('fr').findIndex(({ code }) => code === 'DE')).toBeLessThan(10)
  expect(countriesIn('en').at(0)?.code).toBe('AF')
})

test.each([
  ['fr', 'FR'],
  [' FR ', 'FR'],
  ['Allemagne', 'DE'],
  ['cote d’ivoire', 'CI'],
  ['États-Unis', 'US'],
  ['USA', 'US'],
  ['United Kingdom', 'GB'],
  ['XK', 'XK'],
  ['ZZ', null],
  ['EU', null],
  ['Atlantis', null],
  ['', null],
  ['__proto__', null],
])('%s means %s', (text, code) => {
  expect(countryNamed(text)).toBe(code)
})

test('an unknown code is given back, not guessed', () => {
  expect(isCountry('QQ')).toBe(false)
  expect(countryName('QQ', 'en')).toBe('QQ')
})
