import { DomainError } from '@/server/lib/errors'
import type { ImportLimits } from './limits'
import type { FileRow } from './row'

const QUOTE = 34
const LF = 10
const CR = 13
const SPACE = 32

/**
 * Takes the text of a CSV file in pieces and gives its rows, each with the line on which it begins; lines without any text are
 * left out. A quote inside a cell that does not begin with one is an ordinary character, as in spreadsheet programs.
 *
 * Refuses with fileBroken (a quote is opened on that line and never closed, or text follows a closed one), fileNotText (NUL),
 * fileTooManyColumns, fileCellTooLong, fileRowTooLong — as soon as the limit is passed, wherever a row may end.
 */
export class CsvScanner {
  private state: 'start' | 'bare' | 'quoted' | 'quoteSeen' | 'crSeen' = 'start'
  private cells: string[] = []
  private cell = ''
  private rowChars = 0
  private line = 1
  private rowLine = 1
  private quoteLine = 1
  private rows: FileRow[] = []
  private readonly separatorCode: number

  constructor(
    separator: string,
    private readonly limits: Pick<ImportLimits, 'columns' | 'cellChars' | 'rowChars'>,
  ) {
    this.separatorCode = separator.charCodeAt(0)
  }

  /** The rows that `text` completes. */
  push(text: string): FileRow[] {
    if (text.includes('\0')) throw new DomainError('fileNotText')
    let at = 0
    while (at < text.length) at = this.step(text, at)
    return this.taken()
  }

  /** The last row, when the file does not end with a line break. */
  end(): FileRow[] {
    if (this.state === 'quoted') throw new DomainError('fileBroken', { line: this.quoteLine })
    if (this.state !== 'crSeen' && (this.state !== 'start' || this.cells.length > 0)) this.endRow()
    return this.taken()
  }

  private taken(): FileRow[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  /** Reads on from `at` in the present state; gives where to go on. */
  private step(text: string, at: number): number {
    if (this.state === 'bare') return this.readBare(text, at)
    if (this.state === 'quoted') return this.readQuoted(text, at)
    const code = text.charCodeAt(at)
    if (this.state === 'crSeen') {
      this.state = 'start'
      return code === LF ? at + 1 : at
    }
    if (this.state === 'quoteSeen') return this.afterQuote(code, at)
    if (code === QUOTE) {
      this.state = 'quoted'
      this.quoteLine = this.line
      return at + 1
    }
    this.state = 'bare'
    return at
  }

  private readBare(text: string, from: number): number {
    let at = from
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === this.separatorCode || code === LF || code === CR) {
        this.add(text.slice(from, at))
        return this.afterCell(code, at)
      }
    }
    this.add(text.slice(from))
    return at
  }

  private readQuoted(text: string, from: number): number {
    const at = text.indexOf('"', from)
    const part = at < 0 ? text.slice(from) : text.slice(from, at)
    for (let i = part.indexOf('\n'); i >= 0; i = part.indexOf('\n', i + 1)) this.line += 1
    this.add(part)
    if (at < 0) return text.length
    this.state = 'quoteSeen'
    return at + 1
  }

  private afterQuote(code: number, at: number): number {
    if (code === QUOTE) {
      this.add('"')
      this.state = 'quoted'
      return at + 1
    }
    if (code === SPACE) return at + 1
    if (code === this.separatorCode || code === LF || code === CR) return this.afterCell(code, at)
    throw new DomainError('fileBroken', { line: this.line })
  }

  private afterCell(code: number, at: number): number {
    if (code === this.separatorCode) {
      this.endCell()
      this.state = 'start'
    } else {
      this.endRow()
      this.state = code === CR ? 'crSeen' : 'start'
    }
    return at + 1
  }

  private add(part: string): void {
    this.cell = this.cell === '' ? part : this.cell + part
    const { cellChars, rowChars } = this.limits
    if (this.cell.length > cellChars) {
      // A quote that nobody closes swallows the lines that follow: that is what to look for.
      if (this.state === 'quoted' && this.line > this.quoteLine)
        throw new DomainError('fileBroken', { line: this.quoteLine })
      throw new DomainError('fileCellTooLong', { line: this.rowLine, max: cellChars })
    }
    if (this.rowChars + this.cell.length > rowChars)
      throw new DomainError('fileRowTooLong', { line: this.rowLine, max: rowChars })
  }

  private endCell(): void {
    this.rowChars += this.cell.length
    this.cells.push(this.cell)
    this.cell = ''
    if (this.cells.length > this.limits.columns)
      throw new DomainError('fileTooManyColumns', { max: this.limits.columns })
  }

  private endRow(): void {
    this.endCell()
    if (this.cells.some((cell) => cell.trim() !== '')) this.rows.push({ line: this.rowLine, cells: this.cells })
    this.cells = []
    this.rowChars = 0
    this.line += 1
    this.rowLine = this.line
  }
}
