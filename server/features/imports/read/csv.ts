import { DomainError } from '@/server/lib/errors'
import { CsvScanner } from './csv-scanner'
import { decoded } from './encoding'
import { type Encoding, SEPARATORS, type Separator } from './formats'
import { IMPORT_LIMITS, type ImportLimits } from './limits'
import type { FileRow } from './row'
import { type ByteSource, firstBytes } from './source'

const HEAD_BYTES = 64 * 1024
const HEAD_ROWS = 20

/** Spreadsheet programs write `sep=;` as the first line, for themselves. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i

/** All rows of a CSV file, heading included, in batches as they are read. Refuses as CsvScanner does. */
export async function* readCsv(
  source: ByteSource,
  { encoding, separator }: { encoding: Encoding; separator: Separator },
  limits: ImportLimits = IMPORT_LIMITS,
): AsyncGenerator<FileRow[]> {
  const scanner = new CsvScanner(separator, limits)
  let isFirst = true
  for await (const text of decoded(source.read(), encoding)) {
    if (text === '') continue
    const rows = scanner.push(text)
    yield isFirst ? withoutSeparatorLine(rows, separator) : rows
    isFirst = rows.length === 0 && isFirst
  }
  yield scanner.end()
}

function withoutSeparatorLine(rows: FileRow[], separator: string): FileRow[] {
  const [first] = rows
  const isHint =
    first?.line === 1 && /^sep=$|^sep=.$/i.test(first.cells.join(separator).trim()) && first.cells.length <= 2
  return isHint ? rows.slice(1) : rows
}

/**
 * The separator a file most likely uses: the one it names itself, else the one under which its first row holds the most words
 * that `isKnown` recognises as headings, else the one that cuts the first rows most evenly.
 */
export async function detectSeparator(
  source: ByteSource,
  encoding: Encoding,
  isKnown: (heading: string) => boolean,
): Promise<Separator> {
  const bytes = await firstBytes(source, HEAD_BYTES)
  let text = ''
  for await (const part of decoded(only(bytes), encoding)) text += part
  const named = SEPARATOR_LINE.exec(text)?.[1]
  const stated = SEPARATORS.find((separator) => separator === named)
  if (stated) return stated
  const scores = SEPARATORS.map((separator) => ({ separator, score: scoreOf(text, separator, isKnown) }))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  return best.separator
}

async function* only(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

function scoreOf(text: string, separator: Separator, isKnown: (heading: string) => boolean): number {
  const rows = firstRows(text, separator)
  const [header] = rows
  if (!header) return 0
  const known = header.cells.filter(isKnown).length
  const even = rows.filter(({ cells }) => cells.length === header.cells.length).length / rows.length
  return known * 1000 + (header.cells.length > 1 ? header.cells.length * even : 0)
}

/** The first rows under a separator; what cannot be read under it ends the list. */
function firstRows(text: string, separator: Separator): FileRow[] {
  const scanner = new CsvScanner(separator, IMPORT_LIMITS)
  const rows: FileRow[] = []
  try {
    for (const lineOfText of text.split(/(?<=\n)/).slice(0, 200)) {
      rows.push(...scanner.push(lineOfText))
      if (rows.length >= HEAD_ROWS) break
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
  return rows
}
