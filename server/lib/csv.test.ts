import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { csvCell, csvHeaders, csvRows } from './csv'

let database: TestDatabase
let client: Client
beforeAll(async () => {
  database = await testDatabase()
  client = new Client({ connectionString: database.appUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const inDatabase = async (texts: readonly string[]): Promise<string[]> =>
  (
    await client.query<{ cell: string }>(
      'select csv_cell(value) as cell from unnest($1::text[]) with ordinality as v (value, n) order by n',
      [texts],
    )
  ).rows.map(({ cell }) => cell)

const STARTERS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']
const UNSEEN = [
  '',
  ' ',
  '   ',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2060',
  '\u3000',
  '\u00ad',
  ' \u200b ',
  '\u202e',
  '\u000b',
]

/** Texts that come near the guard from every side. */
const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...STARTERS,
        ...UNSEEN,
        '1',
        '0',
        '007',
        '1.5',
        ',',
        '.',
        'e5',
        'E-3',
        'a',
        'é',
        '東',
        "'",
        '"',
        ';',
        '%',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('').replaceAll('\0', ''))
  .filter((text) => text.isWellFormed())

test('the guards of the database and of the program agree on every text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(awkward, { minLength: 200, maxLength: 200 }), async (texts) => {
      expect(await inDatabase(texts)).toEqual(texts.map(csvCell))
    }),
    { numRuns: 60 },
  )
})

test('what a spreadsheet would run is disarmed, also behind what nobody sees', async () => {
  const texts = UNSEEN.flatMap((unseen) =>
    STARTERS.flatMap((start) => [`${unseen}${start}cmd|' /C calc'!A0`, `${unseen}${start}1+1`]),
  )
  expect(texts.map(csvCell)).toEqual(texts.map((text) => `'${text}`))
  expect(await inDatabase(texts)).toEqual(texts.map((text) => `'${text}`))
})

test('numbers stay numbers', async () => {
  const numbers = [
    '-5',
    '+33',
    '-1.5',
    '-1,5',
    '+1e5',
    '-1.2E-7',
    '-1 234,56',
    '+49 30 1234567',
    '-1\u202f000',
    '0',
    '12',
    '3.14',
    '0.5',
  ]
  expect(numbers.map(csvCell)).toEqual(numbers)
  expect(await inDatabase(numbers)).toEqual(numbers)
  fc.assert(
    fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (number) => {
      const text = String(number)
      expect(csvCell(text)).toBe(/^\d{16,}$/.test(text) ? `'${text}` : text)
    }),
  )
})

test('digits that a spreadsheet would cut stay whole', () => {
  expect(csvCell('007')).toBe("'007")
  expect(csvCell('01234')).toBe("'01234")
  expect(csvCell('1234567890123456')).toBe("'1234567890123456")
  expect(csvCell('123456789012345')).toBe('123456789012345')
})

test('what disarms is taken as it is by whoever reads it again', () => {
  fc.assert(fc.property(awkward, (text) => csvCell(text).endsWith(text)))
  fc.assert(fc.property(awkward, (text) => csvCell(csvCell(text)) === csvCell(text)))
})

test('rows: texts are disarmed and quoted, so that no separator of any country opens a cell in them; figures are left alone', () => {
  expect(csvRows([['=1+1', -5, null, 'a;=b "c"', 'two\nlines']])).toBe(`"'=1+1",-5,,"a;=b ""c""","two\nlines"\n`)
})

test('a file name cannot leave its header', () => {
  const { 'content-disposition': header } = csvHeaders('clients-é"\r\nx.csv')
  expect(header).toBe(`attachment; filename="clients--x.csv"; filename*=UTF-8''clients-%C3%A9%22%0D%0Ax.csv`)
})
