import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { DomainError } from '@/server/lib/errors'
import { workbookOf, workbookOfTexts } from '../../testing/workbook'
import { zipOf } from '../../testing/zip'
import { IMPORT_LIMITS } from '../limits'
import type { FileRow } from '../row'
import { sourceOf } from '../source'
import { shownNumber, styleOfFormat } from './numbers'
import { readXlsx, sheetNames } from './read-xlsx'

async function all(bytes: Buffer, options: { sheet?: number; rowsMax?: number } = {}): Promise<FileRow[]> {
  const rows: FileRow[] = []
  for await (const batch of readXlsx(sourceOf(bytes, 500), { sheet: 0, ...options })) rows.push(...batch)
  return rows
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof DomainError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error.code
}

const sheetOf = (rows: string, more: Partial<Parameters<typeof workbookOf>[0]> = {}): Buffer =>
  workbookOf({ sheets: [{ name: 'Data', rows }], ...more })

describe('what stands in a workbook', () => {
  test('shared texts, with leading zeros, accents, entities and empty cells', async () => {
    const rows = [
      ['Company name', 'Postal code', 'Note'],
      ['Zürich & Söhne <AG>', '08058', ''],
      ['漢字 airport', '', '  spaces stay  '],
    ]
    expect((await all(workbookOfTexts(rows))).map(({ cells }) => cells)).toEqual([
      rows[0],
      ['Zürich & Söhne <AG>', '08058'],
      rows[2],
    ])
  })

  test('rich text is joined, phonetic readings and escapes are understood, in shared and in inline texts', async () => {
    const rich =
      '<r><t>Nord</t></r><r><rPr><b/></rPr><t xml:space="preserve">wind </t></r><rPh sb="0" eb="1"><t>kana</t></rPh>'
    const file = sheetOf(
      `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is>${rich}</is></c></row>
       <row><c t="inlineStr"><is><t>no reference</t></is></c><c t="inlineStr"><is><t>a_x000A_b</t></is></c></row>`,
      { sharedStrings: `<sst><si>${rich}</si></sst>` },
    )
    expect(await all(file)).toEqual([
      { line: 1, cells: ['Nordwind ', '', 'Nordwind '] },
      { line: 2, cells: ['no reference', 'a\nb'] },
    ])
  })

  test('formula cells give the text that was last computed, and are reported; so are error values', async () => {
    const file = sheetOf(
      `<row r="4"><c r="A4" t="str"><f>"=1+1"&amp;A1</f><v>Acme</v></c><c r="B4"><f>1+1</f><v>2</v></c>
       <c r="C4" t="e"><v>#REF!</v></c><c r="D4" t="b"><v>1</v></c><c r="E4"><f>never computed</f></c></row>`,
    )
    expect(await all(file)).toEqual([
      {
        line: 4,
        cells: ['Acme', '2', '#REF!', 'TRUE', ''],
        notes: [
          { column: 0, code: 'formulaCell' },
          { column: 1, code: 'formulaCell' },
          { column: 2, code: 'errorCell' },
          { column: 4, code: 'formulaCell' },
        ],
      },
    ])
  })

  test('numbers look as their format shows them: days, times, leading zeros', async () => {
    const styles = `<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="22"/></cellXfs></styleSheet>`
    const rows = `<row r="1"><c><v>33612345678</v></c><c s="1"><v>8058</v></c><c s="2"><v>45337</v></c><c s="3"><v>45337</v></c><c s="4"><v>45337.75</v></c><c><v>0.1</v></c></row>`
    expect((await all(sheetOf(rows, { styles })))[0]?.cells).toEqual([
      '33612345678',
      '08058',
      '2024-02-15',
      '2024-02-15',
      '2024-02-15T18:00:00',
      '0.1',
    ])
    expect((await all(sheetOf('<row><c s="2"><v>0</v></c></row>', { styles, is1904: true })))[0]?.cells).toEqual([
      '1904-01-01',
    ])
  })

  test('hidden sheets are not offered, and any sheet can be chosen', async () => {
    const row = (text: string) => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`
    const file = workbookOf({
      sheets: [
        { name: 'Lists', rows: row('hidden'), state: 'hidden' },
        { name: 'Customers', rows: row('first') },
        { name: 'More & more', rows: row('second') },
      ],
    })
    expect(await sheetNames(sourceOf(file))).toEqual(['Customers', 'More & more'])
    expect((await all(file, { sheet: 1 }))[0]?.cells).toEqual(['second'])
    expect(await refusal(all(file, { sheet: 7 }))).toBe('fileNotWorkbook')
  })

  test('the first rows are read without the rest', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`name ${i}`, `city ${i}`])
    expect((await all(workbookOfTexts(rows), { rowsMax: 3 })).map(({ cells }) => cells)).toEqual(rows.slice(0, 3))
  })
})

test.each([
  ['12345', 'plain', '12345'],
  ['1.5E3', 'plain', '1500'],
  ['0.30000000000000004', 'plain', '0.3'],
  ['1E+20', 'plain', '100000000000000000000'],
  ['59', 'day', '1900-02-28'],
  ['61', 'day', '1900-03-01'],
  ['0.5', 'time', '12:00:00'],
  ['45337.9999999', 'day', '2024-02-16'],
  ['-3', 'day', '-3'],
  ['99999999', 'day', '99999999'],
  ['none', 'day', 'none'],
] as const)('the number %s as %s is %s', (raw, style, shown) => {
  expect(shownNumber(raw, style, false)).toBe(shown)
})

test.each([
  ['yyyy-mm-dd', 'day'],
  ['d/m/yy h:mm', 'dayAndTime'],
  ['mm:ss', 'time'],
  ['[h]:mm', 'time'],
  ['#,##0.00 "days"', 'plain'],
  ['[Red]0.00', 'plain'],
  ['General', 'plain'],
  ['000', { pad: 3 }],
] as const)('the format %s means %j', (code, style) => {
  expect(styleOfFormat(170, code)).toEqual(style)
})

describe('hostile workbooks are refused', () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024, 32)

  test('no archive, an archive without a workbook, a cut one', async () => {
    expect(await refusal(all(Buffer.from('PK\x03\x04 and nothing more')))).toBe('fileNotWorkbook')
    expect(await refusal(all(zipOf([{ name: 'hello.txt', bytes: Buffer.from('hello') }])))).toBe('fileNotWorkbook')
    const whole = workbookOfTexts([['a']])
    expect(await refusal(all(whole.subarray(0, whole.length - 30)))).toBe('fileNotWorkbook')
  })

  test('a bomb is refused by its table of contents, before a byte is unpacked', async () => {
    const bomb = workbookOf({ sheets: [{ name: 'x', rows: '' }], extra: [{ name: 'xl/media/1', bytes: zeros }] })
    expect(await refusal(all(bomb))).toBe('fileExpandsTooFar')
  })

  test('a bomb that lies about its size is refused while it is unpacked', async () => {
    const sheet = { name: 'xl/worksheets/sheet1.xml', bytes: zeros, claimedBytes: 2000, packed: deflateRawSync(zeros) }
    const bomb = workbookOf({ sheets: [{ name: 'x', rows: '' }], extra: [sheet] })
    expect(await refusal(all(bomb))).toBe('fileNotWorkbook')
  })

  test('more entries than any workbook has', async () => {
    const extra = Array.from({ length: IMPORT_LIMITS.entries + 1 }, (_, i) => ({
      name: `x/${i}`,
      bytes: Buffer.alloc(0),
    }))
    expect(await refusal(all(workbookOf({ sheets: [{ name: 'x', rows: '' }], extra })))).toBe('fileExpandsTooFar')
  })

  test('entities that multiply are not expanded', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`
    const file = sheetOf('<row><c t="s"><v>0</v></c></row>', { sharedStrings: laughs })
    expect(await refusal(all(file))).toBe('fileNotWorkbook')
  })

  test('one shared text in millions of cells does not multiply', async () => {
    const cells = '<c t="s"><v>0</v></c>'.repeat(8)
    const rows = Array.from({ length: 1000 }, () => `<row>${cells}</row>`).join('')
    const file = sheetOf(rows, { sharedStrings: `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>` })
    expect(await refusal(all(file))).toBe('fileExpandsTooFar')
  })

  test('a text without end, a comment without end', async () => {
    const noise = Buffer.from(Array.from({ length: 300_000 }, (_, i) => String(i * 7919)).join(' '))
    expect(await refusal(all(sheetOf(`<row><c t="str"><v>${noise}</v></c></row>`)))).toMatch(
      /fileCellTooLong|fileExpandsTooFar/,
    )
    expect(await refusal(all(sheetOf(`<!-- ${noise} -->`)))).toBe('fileExpandsTooFar')
  })

  test('a million columns, rows that go backwards, shared texts that do not exist, XML that breaks off', async () => {
    const million = Array.from({ length: 1_000_000 }, (_, i) => `<c><v>${i * 7919}</v></c>`).join('')
    expect(await refusal(all(sheetOf(`<row>${million}</row>`)))).toBe('fileTooManyColumns')
    expect(await refusal(all(sheetOf('<row r="5"/><row r="5"/>')))).toBe('fileNotWorkbook')
    expect(await refusal(all(sheetOf('<row><c t="s"><v>9</v></c></row>')))).toBe('fileNotWorkbook')
    expect(await refusal(all(sheetOf('<row><c><v>1</v>')))).toBe('fileNotWorkbook')
  })
})
