import { DomainError } from '@/server/lib/errors'
import { detectSeparator, readCsv } from './csv'
import { EncodingSniffer } from './encoding'
import type { Encoding, Separator } from './formats'
import { IMPORT_LIMITS, type ImportLimits } from './limits'
import type { FileRow } from './row'
import { type ByteSource, firstBytes } from './source'
import { countRowTags, readXlsx, sheetNames } from './xlsx/read-xlsx'

/** How the bytes of a file are to be read. */
export type Layout = { format: 'csv'; encoding: Encoding; separator: Separator } | { format: 'xlsx'; sheet: number }

/** What a file is, as far as it can be told without a person. `rowsEstimate`: rows below the heading, hardly ever fewer than there are. */
export type Inspection = { layout: Layout; sheets: string[]; rowsEstimate: number }

const ZIP = Buffer.from('PK\x03\x04')
/** The container of old Office files, which also holds the ones with a password. */
const OLD_OFFICE = Buffer.from('d0cf11e0', 'hex')

/**
 * Looks at a file: workbook or text, its encoding (over all bytes) and separator, about how many rows.
 * Refuses with fileEmpty, fileTooLarge, fileOldWorkbook, fileNotWorkbook, fileExpandsTooFar, fileNotText.
 */
export async function inspectFile(
  source: ByteSource,
  isKnownHeading: (text: string) => boolean,
  limits: ImportLimits = IMPORT_LIMITS,
): Promise<Inspection> {
  if (source.sizeBytes === 0) throw new DomainError('fileEmpty')
  if (source.sizeBytes > limits.fileBytes)
    throw new DomainError('fileTooLarge', { mebibytes: limits.fileBytes / 1024 / 1024 })
  const start = await firstBytes(source, 4)
  if (start.equals(OLD_OFFICE)) throw new DomainError('fileOldWorkbook')
  if (start.equals(ZIP)) {
    const sheets = await sheetNames(source, limits)
    return { layout: { format: 'xlsx', sheet: 0 }, sheets, rowsEstimate: await estimateSheet(source, 0, limits) }
  }
  const sniffer = new EncodingSniffer()
  for await (const bytes of source.read()) sniffer.push(bytes)
  const encoding = sniffer.verdict()
  if (!encoding) throw new DomainError('fileNotText')
  const separator = await detectSeparator(source, encoding, isKnownHeading)
  return {
    layout: { format: 'csv', encoding, separator },
    sheets: [],
    rowsEstimate: Math.max(0, sniffer.lines - 1),
  }
}

/** About how many rows a sheet has below its heading; none when it cannot be read, which reading will say. */
export async function estimateSheet(
  source: ByteSource,
  sheet: number,
  limits: ImportLimits = IMPORT_LIMITS,
): Promise<number> {
  try {
    return Math.max(0, (await countRowTags(source, sheet, limits)) - 1)
  } catch (error) {
    if (error instanceof DomainError) return 0
    throw error
  }
}

/**
 * Refuses with fileTooManyRows, and with nothing else, before anything is done with the rows. An estimate within the limit is enough
 * to let a file pass; beyond it the file is read, up to the row that is too many.
 */
export async function demandRows(
  source: ByteSource,
  layout: Layout,
  rowsEstimate: number,
  limits: ImportLimits = IMPORT_LIMITS,
): Promise<void> {
  if (rowsEstimate <= limits.rows) return
  try {
    for await (const _ of readTable(source, layout, limits));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'fileTooManyRows') throw error
  }
}

const rowsOf = (
  source: ByteSource,
  layout: Layout,
  limits: ImportLimits,
  rowsMax?: number,
): AsyncGenerator<FileRow[]> =>
  layout.format === 'csv'
    ? readCsv(source, layout, limits)
    : readXlsx(source, { sheet: layout.sheet, ...(rowsMax === undefined ? {} : { rowsMax }) }, limits)

export type Preview = { headings: string[]; rows: FileRow[] }

/** The headings and the first rows under them. Reads no further. Refuses with fileEmpty and as the readers do. */
export async function previewTable(
  source: ByteSource,
  layout: Layout,
  rowsMax: number,
  limits: ImportLimits = IMPORT_LIMITS,
): Promise<Preview> {
  const rows: FileRow[] = []
  for await (const batch of rowsOf(source, layout, limits, rowsMax + 1)) {
    rows.push(...batch.slice(0, rowsMax + 1 - rows.length))
    if (rows.length > rowsMax) break
  }
  const [heading, ...rest] = rows
  if (!heading) throw new DomainError('fileEmpty')
  return { headings: heading.cells.map((cell) => cell.trim()), rows: rest }
}

/**
 * All rows below the heading, in batches. Refuses with fileEmpty (no row at all), fileTooManyRows, and as the readers do; what was
 * given before that stays given.
 */
export async function* readTable(
  source: ByteSource,
  layout: Layout,
  limits: ImportLimits = IMPORT_LIMITS,
): AsyncGenerator<FileRow[]> {
  let count = 0
  for await (const batch of rowsOf(source, layout, limits)) {
    const rows = count === 0 ? batch.slice(1) : batch
    count += batch.length
    if (count > limits.rows + 1) throw new DomainError('fileTooManyRows', { max: limits.rows })
    if (rows.length > 0) yield rows
  }
  if (count < 2) throw new DomainError('fileEmpty')
}
