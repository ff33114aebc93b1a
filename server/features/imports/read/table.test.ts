import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { DomainError } from '@/server/lib/errors'
import { workbookOfTexts } from '../testing/workbook'
import { IMPORT_LIMITS } from './limits'
import { type ByteSource, sourceOf } from './source'
import { demandRows, inspectFile, previewTable, readTable } from './table'

const isKnown = (heading: string) => heading === 'City'

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof DomainError)) throw new Error(`expected a refusal, got ${String(error)}`)
  return error.code
}

async function linesOf(rows: AsyncIterable<{ line: number }[]>): Promise<number[]> {
  const lines: number[] = []
  for await (const batch of rows) lines.push(...batch.map(({ line }) => line))
  return lines
}

/** Counts what is read of a file. */
function counted(bytes: Buffer): ByteSource & { readBytes: () => number } {
  let sum = 0
  const inner = sourceOf(bytes)
  return {
    sizeBytes: bytes.length,
    readBytes: () => sum,
    async *read(start, end) {
      for await (const piece of inner.read(start, end)) {
        sum += piece.length
        yield piece
      }
    },
  }
}

test('a text file is recognised with its encoding, separator and length', async () => {
  const text = iconv.encode('Name;City\nA;Zürich\nB;Orly\n', 'windows-1252')
  expect(await inspectFile(sourceOf(text), isKnown)).toEqual({
    layout: { format: 'csv', encoding: 'windows-1252', separator: ';' },
    sheets: [],
    rowsEstimate: 2,
  })
})

test('a workbook is recognised with its sheets', async () => {
  expect(await inspectFile(sourceOf(workbookOfTexts([['Name'], ['A']])), isKnown)).toMatchObject({
    layout: { format: 'xlsx', sheet: 0 },
    sheets: ['Sheet1'],
  })
})

test.each([
  ['nothing', Buffer.alloc(0), 'fileEmpty'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'fileOldWorkbook'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex'), 'fileNotText'],
  ['an archive of something else', Buffer.from('PK\x03\x04zzzz'), 'fileNotWorkbook'],
])('%s is refused', async (_, bytes, code) => {
  expect(await codeOf(inspectFile(sourceOf(bytes), isKnown))).toBe(code)
})

test('the preview gives headings and first rows and reads little more', async () => {
  const source = counted(Buffer.from(`\n\n Name ,City\n${'A,B\n'.repeat(1_000_000)}`))
  const preview = await previewTable(source, { format: 'csv', encoding: 'utf-8', separator: ',' }, 3)
  expect(preview.headings).toEqual(['Name', 'City'])
  expect(preview.rows.map(({ line }) => line)).toEqual([4, 5, 6])
  expect(source.readBytes()).toBeLessThan(300_000)
})

test.each([
  ['CSV', Buffer.from('Name\nA\n\nB\n'), { format: 'csv', encoding: 'utf-8', separator: ',' } as const, [2, 4]],
  ['XLSX', workbookOfTexts([['Name'], ['A'], [''], ['B']]), { format: 'xlsx', sheet: 0 } as const, [2, 4]],
])('the rows of %s keep their line numbers; empty ones are left out', async (_, bytes, layout, lines) => {
  expect(await linesOf(readTable(sourceOf(bytes), layout))).toEqual(lines)
})

test('headings alone, and more rows than allowed, are refused', async () => {
  const layout = { format: 'csv', encoding: 'utf-8', separator: ',' } as const
  expect(await codeOf(linesOf(readTable(sourceOf(Buffer.from('Name,City\n\n')), layout)))).toBe('fileEmpty')
  const limits = { ...IMPORT_LIMITS, rows: 3 }
  expect(await linesOf(readTable(sourceOf(Buffer.from('n\n1\n2\n3')), layout, limits))).toHaveLength(3)
  expect(await codeOf(linesOf(readTable(sourceOf(Buffer.from('n\n1\n2\n3\n4')), layout, limits)))).toBe(
    'fileTooManyRows',
  )
})

test.each([
  ['lines', (rows: number) => Buffer.from(`n\n${'1\n'.repeat(rows)}`)],
  ['lines without a last end', (rows: number) => Buffer.from(`n${'\n1'.repeat(rows)}`)],
  ['carriage returns', (rows: number) => Buffer.from(`n\r${'1\r'.repeat(rows)}`)],
  ['cells with line breaks', (rows: number) => Buffer.from(`n\n${'"1\n2"\n'.repeat(rows)}`)],
  ['lines without text among them', (rows: number) => Buffer.from(`n\n\n\n\n${'1\n'.repeat(rows)}`)],
  ['a sheet', (rows: number) => workbookOfTexts([['n'], ...Array.from({ length: rows }, () => ['1'])])],
  [
    'a sheet with blank rows',
    (rows: number) => workbookOfTexts([['n'], [' '], [''], [' '], ...Array.from({ length: rows }, () => ['1'])]),
  ],
])('one row too many is found before anything is done with the rows: %s', async (_, fileOf) => {
  const limits = { ...IMPORT_LIMITS, rows: 5 }
  const looked = async (rows: number) => {
    const source = sourceOf(fileOf(rows))
    const { layout, rowsEstimate } = await inspectFile(source, isKnown, limits)
    return demandRows(source, layout, rowsEstimate, limits)
  }
  await looked(5)
  expect(await codeOf(looked(6))).toBe('fileTooManyRows')
})

test('a file that cannot have too many rows is not read to know it, and one that has is read up to the first too many', async () => {
  const layout = { format: 'csv', encoding: 'utf-8', separator: ',' } as const
  const limits = { ...IMPORT_LIMITS, rows: 1000 }
  const source = counted(Buffer.from('name\n'.repeat(500_000)))
  await demandRows(source, layout, 1000, limits)
  expect(source.readBytes()).toBe(0)
  expect(await codeOf(demandRows(source, layout, 1001, limits))).toBe('fileTooManyRows')
  expect(source.readBytes()).toBeLessThan(200_000)
})

test('half a gigabyte without an end is refused at once, and memory stays flat', async () => {
  const piece = Buffer.alloc(1024 * 1024, 'x')
  let pieces = 0
  const endless: ByteSource = {
    sizeBytes: 64 * 1024 * 1024,
    async *read() {
      for (; pieces < 512; pieces++) yield piece
    },
  }
  expect(await codeOf(linesOf(readTable(endless, { format: 'csv', encoding: 'utf-8', separator: ',' })))).toBe(
    'fileCellTooLong',
  )
  expect(pieces).toBe(0)
})
