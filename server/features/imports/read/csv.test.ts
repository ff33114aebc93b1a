import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { DomainError } from '@/server/lib/errors'
import { detectSeparator, readCsv } from './csv'
import { CsvScanner } from './csv-scanner'
import { EncodingSniffer } from './encoding'
import { type Encoding, SEPARATORS, type Separator } from './formats'
import { IMPORT_LIMITS } from './limits'
import type { FileRow } from './row'
import { sourceOf } from './source'

const ROWS = [
  ['Company name', 'City', 'Postal code', 'Note'],
  ['Zürich Flughafen', 'Zürich', '08058', 'a "quoted" word, and; more\tthings'],
  ['Aéroport d’Orly', 'Orly', '094310', 'two\r\nlines'],
  ['Œuvre & Cie', '', '', '€ 20'],
]

const written = (rows: string[][], separator: string): string =>
  rows
    .map((cells) =>
      cells.map((cell) => (/["\r\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(separator),
    )
    .join('\r\n')

const VARIANTS: { name: string; encoding: Encoding; bytes: (text: string) => Buffer }[] = [
  { name: 'UTF-8', encoding: 'utf-8', bytes: (text) => Buffer.from(text) },
  { name: 'UTF-8 with a mark', encoding: 'utf-8', bytes: (text) => Buffer.from(`\ufeff${text}`) },
  { name: 'UTF-16 LE', encoding: 'utf-16le', bytes: (text) => iconv.encode(text, 'utf16-le') },
  {
    name: 'UTF-16 LE with a mark',
    encoding: 'utf-16le',
    bytes: (text) => iconv.encode(text, 'utf16-le', { addBOM: true }),
  },
  { name: 'UTF-16 BE', encoding: 'utf-16be', bytes: (text) => iconv.encode(text, 'utf16-be') },
  {
    name: 'UTF-16 BE with a mark',
    encoding: 'utf-16be',
    bytes: (text) => iconv.encode(text, 'utf16-be', { addBOM: true }),
  },
  { name: 'Windows-1252', encoding: 'windows-1252', bytes: (text) => iconv.encode(text, 'windows-1252') },
]

async function all(
  bytes: Buffer,
  layout: { encoding: Encoding; separator: Separator },
  pieceBytes = 7,
): Promise<FileRow[]> {
  const rows: FileRow[] = []
  for await (const batch of readCsv(sourceOf(bytes, pieceBytes), layout)) rows.push(...batch)
  return rows
}

function sniffed(bytes: Buffer, pieceBytes: number): Encoding | null {
  const sniffer = new EncodingSniffer()
  for (let at = 0; at < bytes.length; at += pieceBytes) sniffer.push(bytes.subarray(at, at + pieceBytes))
  return sniffer.verdict()
}

async function refusal(work: Promise<unknown>): Promise<{ code: string; params: unknown }> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof DomainError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return { code: error.code, params: error.params }
}

describe.each(VARIANTS)('$name', ({ encoding, bytes }) => {
  test.each(SEPARATORS)(
    'is recognised and read with %j between the cells, however the bytes arrive',
    async (separator) => {
      const file = bytes(written(ROWS, separator))
      expect(sniffed(file, 3)).toBe(encoding)
      expect(await detectSeparator(sourceOf(file), encoding, (heading) => heading === 'City')).toBe(separator)
      for (const pieceBytes of [1, 7, 100_000]) {
        const rows = await all(file, { encoding, separator }, pieceBytes)
        expect(rows.map(({ cells }) => cells)).toEqual(ROWS)
        expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 5])
      }
    },
  )
})

test('an accent at the very end of a long file still decides its encoding', () => {
  const plain = Buffer.alloc(300_000, 'abc,def\n')
  expect(sniffed(plain, 65_536)).toBe('utf-8')
  expect(sniffed(Buffer.concat([plain, Buffer.from('é')]), 65_536)).toBe('utf-8')
  expect(sniffed(Buffer.concat([plain, Buffer.from([0xe9])]), 65_536)).toBe('windows-1252')
  expect(sniffed(Buffer.concat([plain, Buffer.from([0xe9, 0x41])]), 65_536)).toBe('windows-1252')
})

test('bytes with zeros that are not UTF-16 are no text', () => {
  expect(sniffed(Buffer.from('Company,City\nA\0,B\n'), 4)).toBeNull()
})

test('reads what csv-parse reads, for any cells and any cutting', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', ' ', '漢', '=') })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 9 }), (rows, size) => {
      const text = `${rows.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n')}\n`
      const scanner = new CsvScanner(',', IMPORT_LIMITS)
      const ours: FileRow[] = []
      for (let at = 0; at < text.length; at += size) ours.push(...scanner.push(text.slice(at, at + size)))
      ours.push(...scanner.end())
      const theirs: string[][] = parse(text, { relax_column_count: true, record_delimiter: '\n' })
      expect(ours.map(({ cells }) => cells)).toEqual(
        theirs.filter((cells) => cells.some((value) => value.trim() !== '')),
      )
    }),
    { numRuns: 500 },
  )
})

test('the line that Excel writes about the separator is obeyed and left out', async () => {
  const file = Buffer.from('sep=;\r\nCompany name;City\r\nA;B\r\n')
  expect(await detectSeparator(sourceOf(file), 'utf-8', () => false)).toBe(';')
  const rows = await all(file, { encoding: 'utf-8', separator: ';' })
  expect(rows).toEqual([
    { line: 2, cells: ['Company name', 'City'] },
    { line: 3, cells: ['A', 'B'] },
  ])
})

test('a quote inside a bare cell is an ordinary character; spaces after a closing quote are forgiven', async () => {
  const rows = await all(Buffer.from('12" screens,"b" ,c\n'), { encoding: 'utf-8', separator: ',' })
  expect(rows).toEqual([{ line: 1, cells: ['12" screens', 'b', 'c'] }])
})

describe('hostile files are refused with the line where it happens', () => {
  const read = (file: string | Buffer) => refusal(all(Buffer.from(file), { encoding: 'utf-8', separator: ',' }, 4096))

  test('a quote that nobody closes', async () => {
    expect(await read('a,b\n"c,d\ne,f\n')).toEqual({ code: 'fileBroken', params: { line: 2 } })
  })
  test('the same in a long file: it stops at the limit of a cell, not at the end', async () => {
    expect(await read(`a,b\n1,"c\n${'x,y\n'.repeat(100_000)}`)).toEqual({ code: 'fileBroken', params: { line: 2 } })
  })
  test('text after a closed quote', async () => {
    expect(await read('a,b\n1,2\n"c"d,e\n')).toEqual({ code: 'fileBroken', params: { line: 3 } })
  })
  test('NUL', async () => {
    expect(await read('a,b\n1,\0\n')).toMatchObject({ code: 'fileNotText' })
  })
  test('one cell without end', async () => {
    expect(await read(`a,b\n1,${'x'.repeat(2_000_000)}`)).toEqual({
      code: 'fileCellTooLong',
      params: { line: 2, max: IMPORT_LIMITS.cellChars },
    })
  })
  test('one row without end', async () => {
    expect(await read(`a,b\n${`${'x'.repeat(30_000)},`.repeat(20)}`)).toMatchObject({
      code: 'fileRowTooLong',
      params: { line: 2 },
    })
  })
  test('a million columns', async () => {
    expect(await read(`a,b\n${','.repeat(1_000_000)}`)).toEqual({
      code: 'fileTooManyColumns',
      params: { max: IMPORT_LIMITS.columns },
    })
  })
})
