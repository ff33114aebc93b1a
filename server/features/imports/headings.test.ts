import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { IMPORT_FIELD_KEYS, IMPORT_FIELDS, REQUIRED_FIELDS } from './fields'
import { columnsFrom, fieldNamed, mayCheck } from './headings'

const ENGLISH =
  'Company name,Address,City,State/Province,Postal code,Country,Account name,First name,Last name,Email,Language,Note'
const FRENCH =
  'Nom de l’entreprise;Adresse;Ville;Région;Code postal;Pays;Nom du compte;Prénom;Nom;Adresse e-mail;Langue;Remarque'

test('the headings of a real list are understood', () => {
  const columns = columnsFrom(ENGLISH.split(','))
  expect(columns).toEqual([
    'name',
    'address',
    'city',
    'state',
    'postalCode',
    'country',
    'loginName',
    'firstName',
    'lastName',
    'email',
    'locale',
    'note',
  ])
  expect(mayCheck(columns)).toMatchObject({ ok: true })
})

test('and so are their French words', () => {
  expect(columnsFrom(FRENCH.split(';'))).toEqual(columnsFrom(ENGLISH.split(',')))
})

test.each([
  'COMPANY_NAME',
  ' company-name ',
  'Company Name:',
  'companyname',
  'Name (of company)',
  'Ｃｏｍｐａｎｙ name',
])('case, spaces, width and punctuation of %j do not matter', (heading) => {
  expect(fieldNamed(heading)).toBe('name')
})

test.each(["Nom de l'entreprise", 'NOM DE L’ENTREPRISE', 'Societe', 'Prenom', 'PRÉNOM', 'Telephone'])(
  'nor do accents and apostrophes in %j',
  (heading) => {
    expect(fieldNamed(heading)).not.toBeNull()
  },
)

test('no word stands for two fields', () => {
  const words = IMPORT_FIELD_KEYS.flatMap((key) =>
    IMPORT_FIELDS[key].names.split(', ').map((name) => [name, key] as const),
  )
  for (const [name, key] of words) expect([name, fieldNamed(name)]).toEqual([name, key])
})

test('the words that the screen uses for a field are understood as its heading, in both languages', () => {
  for (const locale of ['en', 'fr']) {
    const messages: { field: Record<string, string> } = JSON.parse(
      readFileSync(`messages/${locale}/imports.json`, 'utf8'),
    )
    for (const key of IMPORT_FIELD_KEYS) expect([locale, fieldNamed(messages.field[key] ?? '')]).toEqual([locale, key])
  }
})

test('a field goes to one column; unknown headings are left out', () => {
  expect(columnsFrom(['Email', 'E-mail', 'Favourite colour', ''])).toEqual(['email', null, null, null])
})

test('what is missing or doubled is named', () => {
  expect(mayCheck(REQUIRED_FIELDS)).toMatchObject({ ok: true })
  expect(mayCheck([...REQUIRED_FIELDS, 'city'])).toMatchObject({
    ok: false,
    code: 'columnMappedTwice',
    params: { field: 'city' },
  })
  expect(mayCheck(REQUIRED_FIELDS.filter((field) => field !== 'email' && field !== 'city'))).toMatchObject({
    code: 'columnNotMapped',
    params: { fields: 'city, email' },
  })
})
