import { expect, test } from 'vitest'
import { IMPORT_FIELD_KEYS, type ImportField } from './fields'
import { phoneParts } from './phone'
import type { FileRow } from './read/row'
import { checkRow, type RowPlan } from './row'

const PLAN: RowPlan = {
  columns: IMPORT_FIELD_KEYS,
  defaults: { locale: 'fr', timeZone: 'Europe/Paris' },
  industryNamed: (text) => (text === 'Bank' ? 'banking' : null),
}

const GOOD: Partial<Record<ImportField, string>> = {
  name: 'Flughafen  Zürich ',
  city: 'Kloten',
  state: 'ZH',
  postalCode: '08058',
  country: 'Suisse',
  loginName: 'Zrh-Desk',
  firstName: 'Ann',
  lastName: 'Meier',
  email: 'ann@zrh.example',
}

const row = (over: Partial<Record<ImportField, string>> = {}, more: Partial<FileRow> = {}): FileRow => ({
  line: 7,
  cells: IMPORT_FIELD_KEYS.map((field) => ({ ...GOOD, ...over })[field] ?? ''),
  ...more,
})
const check = (over: Partial<Record<ImportField, string>> = {}, more: Partial<FileRow> = {}) =>
  checkRow(row(over, more), PLAN)
const at = (field: ImportField) => IMPORT_FIELD_KEYS.indexOf(field)

test('a good row becomes a customer and its administrator; empty cells take the defaults', () => {
  expect(check()).toMatchObject({
    line: 7,
    problems: [],
    value: {
      name: 'Flughafen Zürich',
      country: 'CH',
      postalCode: '08058',
      loginName: 'Zrh-Desk',
      login: 'zrh-desk',
      twin: 'CH flughafen zurich',
      timeZone: 'Europe/Paris',
      locale: 'fr',
      industry: '',
      tags: [],
    },
  })
})

test('the same company and login name have the same key, however they are written; another name has another', () => {
  const { value } = check()
  expect(check({ name: 'FLUGHAFEN ZURICH', loginName: 'ZRH-DESK', country: 'ch', city: 'Zürich' }).value?.key).toBe(
    value?.key,
  )
  expect(check({ name: 'Flughafen Bern' }).value?.key).not.toBe(value?.key)
})

test.each<[ImportField, string, string, object | undefined]>([
  ['name', '', 'required', undefined],
  ['name', 'x'.repeat(129), 'tooLong', { max: 128 }],
  ['city', ' ', 'required', undefined],
  ['state', 'x'.repeat(65), 'tooLong', { max: 64 }],
  ['postalCode', '12345678901', 'tooLong', { max: 10 }],
  ['country', 'Absurdistan', 'country', undefined],
  ['country', '', 'required', undefined],
  ['loginName', '', 'required', undefined],
  ['loginName', 'abc', 'loginName', undefined],
  ['loginName', 'with space', 'loginName', undefined],
  ['email', 'nobody', 'email', undefined],
  ['email', '', 'required', undefined],
  ['timeZone', 'Middle Earth Standard Time', 'timeZone', undefined],
  ['emergencyEmails', 'a@b.example; not one', 'email', undefined],
  ['note', 'a\u0001b', 'control', undefined],
  ['city', 'caf\ufffd', 'brokenText', undefined],
  ['city', 'a\0b', 'brokenText', undefined],
  ['city', 'a\ud800', 'brokenText', undefined],
  ['phone', 'call me', 'phone', undefined],
])('%s %j is refused: %s', (field, text, code, params) => {
  const { value, problems, cells } = check({ [field]: text })
  expect(value).toBeNull()
  expect(problems).toContainEqual({ code, field, column: at(field), ...(params ? { params } : {}) })
  expect(cells.every((cell) => cell.isWellFormed() && !cell.includes('\0'))).toBe(true)
})

test('all that is wrong is said at once', () => {
  const { problems } = check({ name: '', email: 'x', country: '??' })
  expect(problems.map(({ field }) => field)).toEqual(['name', 'country', 'email'])
})

test.each([
  ['France', 'FR'],
  ['FRANCE', 'FR'],
  ['fr', 'FR'],
  ['Allemagne', 'DE'],
  ['Germany', 'DE'],
  ['États-Unis', 'US'],
  ['Cote d’Ivoire', 'CI'],
])('the country %j is %s', (text, code) => {
  expect(check({ country: text }).value?.country).toBe(code)
})

test.each([
  ['en', 'en'],
  ['English', 'en'],
  ['fr-CA', 'fr'],
  ['Français', 'fr'],
])('the language %j is %s', (text, locale) => {
  expect(check({ locale: text })).toMatchObject({ value: { locale }, problems: [] })
})

test('a language that is not offered and an unknown industry are reported, and the row stays good', () => {
  const { value, problems } = check({ locale: 'ja', industry: 'Dragons' })
  expect(value).toMatchObject({ locale: 'fr', industry: '' })
  expect(problems).toEqual([
    { code: 'industryUnknown', warning: true, field: 'industry', column: at('industry') },
    { code: 'languageNotOffered', warning: true, field: 'locale', column: at('locale') },
  ])
  expect(check({ industry: 'Bank' }).value?.industry).toBe('banking')
})

test('formula cells are taken and reported; error values are refused; columns that are left out say nothing', () => {
  const note = (field: ImportField, code: 'formulaCell' | 'errorCell') =>
    check({}, { notes: [{ column: at(field), code }] })
  expect(note('name', 'formulaCell')).toMatchObject({ value: {}, problems: [{ code: 'formulaCell', warning: true }] })
  expect(note('name', 'errorCell')).toMatchObject({ value: null, problems: [{ code: 'errorCell' }] })
  expect(
    checkRow({ line: 1, cells: ['x'], notes: [{ column: 0, code: 'errorCell' }] }, { ...PLAN, columns: [null] })
      .problems,
  ).not.toContainEqual(expect.objectContaining({ code: 'errorCell' }))
})

test('more cells than headings are refused: a separator stands where it should not; empty ones do not matter', () => {
  const { cells } = row()
  expect(check({}, { cells: [...cells, '', ' '] }).problems).toEqual([])
  expect(check({}, { cells: [...cells, '', 'extra'] })).toMatchObject({
    value: null,
    problems: [{ code: 'tooManyCells' }],
  })
})

test('cells that Tierline disarmed in a file of its own come back as they were', () => {
  expect(check({ postalCode: "'08058", note: "'=SUM(A1)", name: "'s-Hertogenbosch Airport" }).value).toMatchObject({
    postalCode: '08058',
    note: '=SUM(A1)',
    name: "'s-Hertogenbosch Airport",
  })
})

test('lists and Windows time zones are understood', () => {
  expect(
    check({
      tags: 'airport; vip ,airport',
      emergencyEmails: 'a@b.example, c@d.example',
      timeZone: 'W. Europe Standard Time',
    }).value,
  ).toMatchObject({
    tags: ['airport', 'vip'],
    emergencyEmails: ['a@b.example', 'c@d.example'],
    timeZone: 'Europe/Berlin',
  })
})

test.each([
  ['+41 43 816 22 11', { phoneCountry: '+41', phoneNumber: '43 816 22 11', phoneExtension: '' }],
  ['0033123456789 ext. 12', { phoneCountry: '+33', phoneNumber: '123456789', phoneExtension: '12' }],
  ['+12125550100x7', { phoneCountry: '+1', phoneNumber: '2125550100', phoneExtension: '7' }],
  ['+35312345678', { phoneCountry: '+353', phoneNumber: '12345678', phoneExtension: '' }],
  ['01 23 45 67 89 poste 3', { phoneCountry: '', phoneNumber: '01 23 45 67 89', phoneExtension: '3' }],
  ['', { phoneCountry: '', phoneNumber: '', phoneExtension: '' }],
])('the phone number %j is taken apart', (written, parts) => {
  expect(phoneParts(written)).toEqual(parts)
})
