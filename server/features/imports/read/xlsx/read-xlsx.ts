import { DomainError } from '@/server/lib/errors'
import { IMPORT_LIMITS, type ImportLimits } from '../limits'
import { type FileRow, isBlank } from '../row'
import type { ByteSource } from '../source'
import { type Archive, openArchive } from './archive'
import { readSharedStrings } from './shared-strings'
import { readSheet, type SheetRow } from './sheet'
import { readStyles } from './styles'
import { readWorkbook, type Workbook } from './workbook'

/**
 * The rows of a sheet, in batches. With `rowsMax` it reads no further, in the sheet and in the shared texts, than those rows need.
 * Refuses with fileNotWorkbook, fileExpandsTooFar, fileTooManyColumns, fileCellTooLong, fileRowTooLong.
 */
export async function* readXlsx(
  source: ByteSource,
  { sheet, rowsMax }: { sheet: number; rowsMax?: number },
  limits: ImportLimits = IMPORT_LIMITS,
): AsyncGenerator<FileRow[]> {
  const archive = await openArchive(source, limits)
  try {
    const workbook = await readWorkbook(archive, limits)
    const styles = await readStyles(archive, workbook.stylesPath, limits)
    const path = workbook.sheets[sheet]?.path
    if (path === undefined) throw new DomainError('fileNotWorkbook')
    const rows = readSheet(archive, path, { styles, is1904: workbook.is1904, limits })
    const resolver = new Resolver(limits)
    if (rowsMax === undefined) {
      resolver.strings = await readSharedStrings(archive, workbook.sharedStringsPath, limits)
      for await (const batch of rows) yield resolver.resolved(batch)
    } else {
      const batch = await firstRows(rows, rowsMax)
      resolver.strings = await stringsFor(archive, workbook, batch, limits)
      yield resolver.resolved(batch)
    }
  } finally {
    archive.close()
  }
}

/** The names of the sheets of a workbook. Refuses with fileNotWorkbook, fileExpandsTooFar. */
export async function sheetNames(source: ByteSource, limits: ImportLimits = IMPORT_LIMITS): Promise<string[]> {
  const archive = await openArchive(source, limits)
  try {
    return (await readWorkbook(archive, limits)).sheets.map(({ name }) => name)
  } finally {
    archive.close()
  }
}

const ROW_TAG = /<(?:[\w.-]+:)?row[\s/>]/g

/**
 * How many rows the XML of a sheet names, those without any text too: no fewer than reading it would give, and many times faster.
 * Refuses with fileNotWorkbook, fileExpandsTooFar.
 */
export async function countRowTags(
  source: ByteSource,
  sheet: number,
  limits: ImportLimits = IMPORT_LIMITS,
): Promise<number> {
  const archive = await openArchive(source, limits)
  try {
    const path = (await readWorkbook(archive, limits)).sheets[sheet]?.path
    if (path === undefined) throw new DomainError('fileNotWorkbook')
    let count = 0
    let rest = ''
    for await (const part of archive.text(path)) {
      const text = rest + part
      const cut = Math.max(0, text.lastIndexOf('<'), text.length - limits.tokenChars)
      count += text.slice(0, cut).match(ROW_TAG)?.length ?? 0
      rest = text.slice(cut)
    }
    return count + (rest.match(ROW_TAG)?.length ?? 0)
  } finally {
    archive.close()
  }
}

async function firstRows(rows: AsyncIterable<SheetRow[]>, max: number): Promise<SheetRow[]> {
  const first: SheetRow[] = []
  for await (const batch of rows) {
    first.push(...batch.slice(0, max - first.length))
    if (first.length >= max) break
  }
  return first
}

async function stringsFor(
  archive: Archive,
  workbook: Workbook,
  rows: SheetRow[],
  limits: ImportLimits,
): Promise<string[]> {
  const indexes = rows.flatMap(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? -1 : cell.shared)))
  const last = indexes.reduce((a, b) => Math.max(a, b), -1)
  return last < 0 ? [] : readSharedStrings(archive, workbook.sharedStringsPath, limits, last)
}

/** Puts the shared texts into the rows and holds them to the limits: one text may be used a million times. */
class Resolver {
  strings: readonly string[] = []
  private chars = 0

  constructor(private readonly limits: ImportLimits) {}

  resolved(rows: readonly SheetRow[]): FileRow[] {
    return rows.map((row) => this.row(row)).filter(({ cells }) => !isBlank(cells))
  }

  private row({ line, cells, notes }: SheetRow): FileRow {
    const texts = cells.map((cell) => {
      if (typeof cell === 'string') return cell
      const text = this.strings[cell.shared]
      if (text === undefined) throw new DomainError('fileNotWorkbook')
      return text
    })
    const chars = texts.reduce((sum, text) => sum + text.length, 0)
    if (chars > this.limits.rowChars) throw new DomainError('fileRowTooLong', { line, max: this.limits.rowChars })
    this.chars += chars
    if (this.chars > this.limits.allChars) throw new DomainError('fileExpandsTooFar')
    return notes.length > 0 ? { line, cells: texts, notes } : { line, cells: texts }
  }
}
