import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { wordsOf } from './words'

export type SampleFile = { name: string; mimeType: string; buffer: Buffer }

const source = readFileSync(join('docs', 'samples', 'organisations.csv'))
/** Each row of the sample by the names of its columns. */
export const sampleRows: Record<string, string>[] = parse(source, { columns: true, bom: true })

/** The sample as it is: UTF-8, commas, English headings. */
export const wholeSample: SampleFile = { name: 'organisations.csv', mimeType: 'text/csv', buffer: source }

const FRENCH = {
  'Company name': 'name',
  City: 'city',
  'State/Province': 'state',
  Country: 'country',
  'Account name': 'loginName',
  'First name': 'firstName',
  'Last name': 'lastName',
  Email: 'email',
} as const

/** Rows as a French spreadsheet program saves them: semicolons, Windows-1252, French headings. */
export function frenchFile(rows: readonly Record<string, string>[]): SampleFile {
  const t = wordsOf('fr', 'imports')
  const columns = Object.entries(FRENCH).map(([key, field]) => ({ key, header: t(`field.${field}`) }))
  const text = stringify([...rows], { columns, header: true, delimiter: ';', record_delimiter: '\r\n' })
  // Without the typographic characters that stand between the two, Latin-1 is Windows-1252.
  return { name: 'aéroports.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') }
}

/** Fits Latin-1. */
export const isWestern = (row: Record<string, string>): boolean =>
  [...Object.values(row).join('')].every((letter) => letter <= 'ÿ')

export type ExportedFile = { hasMark: boolean; rows: Record<string, string>[] }

/** What was downloaded, as a spreadsheet program would read it. */
export function readExport(file: string): ExportedFile {
  const bytes = readFileSync(file)
  const hasMark = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))
  return { hasMark, rows: parse(bytes, { columns: true, bom: true }) }
}
