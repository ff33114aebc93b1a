import { DomainError } from '@/server/lib/errors'
import type { ImportLimits } from '../limits'
import type { CellNote } from '../row'
import type { Archive } from './archive'
import { type NumberStyle, shownNumber } from './numbers'
import { type Attributes, readXml, unescaped } from './xml'

/** A cell before the shared texts are known: its text, or the number of a shared one. */
export type SheetCell = string | { shared: number }
export type SheetRow = { line: number; cells: SheetCell[]; notes: CellNote[] }

const ROWS_OF_A_SHEET = 1_048_576

/** Column of a reference like `AB12`, counting from 0; -1 when there is none. */
export function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length && i < 4; i++) {
    const letter = reference.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}

/** Gathers the rows of a sheet from its XML. */
class SheetGatherer {
  rows: SheetRow[] = []
  private row: SheetRow | null = null
  private lastLine = 0
  private column = -1
  private type = 'n'
  private style = 0
  private value = ''
  private isValue = false
  private isPhonetic = false
  private hasFormula = false

  constructor(
    private readonly styles: readonly NumberStyle[],
    private readonly is1904: boolean,
    private readonly limits: ImportLimits,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.openRow(attributes)
    else if (name === 'c') this.openCell(attributes)
    else if (name === 'f') this.hasFormula = true
    else if (name === 'rPh') this.isPhonetic = true
    else if (name === 'v' || name === 't') this.isValue = !this.isPhonetic
  }

  text(part: string): void {
    if (!this.isValue || !this.row) return
    this.value += part
    if (this.value.length > this.limits.cellChars) {
      throw new DomainError('fileCellTooLong', { line: this.row.line, max: this.limits.cellChars })
    }
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false
    else if (name === 'rPh') this.isPhonetic = false
    else if (name === 'c') this.closeCell()
    else if (name === 'row' && this.row) {
      this.rows.push(this.row)
      this.row = null
    }
  }

  private openRow({ r }: Attributes): void {
    const line = r === undefined ? this.lastLine + 1 : Number(r)
    if (!Number.isInteger(line) || line <= this.lastLine || line > ROWS_OF_A_SHEET)
      throw new DomainError('fileNotWorkbook')
    this.lastLine = line
    this.row = { line, cells: [], notes: [] }
    this.column = -1
  }

  private openCell({ r, t = 'n', s = '0' }: Attributes): void {
    const named = r === undefined ? -1 : columnOf(r)
    this.column = named < 0 ? this.column + 1 : named
    this.type = t
    this.style = Number(s)
    this.value = ''
    this.hasFormula = false
  }

  private closeCell(): void {
    const { row, column, limits } = this
    if (!row || (this.value === '' && !this.hasFormula)) return
    if (column >= limits.columns) throw new DomainError('fileTooManyColumns', { max: limits.columns })
    while (row.cells.length < column) row.cells.push('')
    row.cells[column] = this.shown()
    if (this.type === 'e') row.notes.push({ column, code: 'errorCell' })
    else if (this.hasFormula) row.notes.push({ column, code: 'formulaCell' })
  }

  private shown(): SheetCell {
    const { type, value } = this
    if (type === 's') {
      const shared = Number(value)
      if (!Number.isInteger(shared) || shared < 0) throw new DomainError('fileNotWorkbook')
      return { shared }
    }
    if (type === 'n') return shownNumber(value, this.styles[this.style] ?? 'plain', this.is1904)
    if (type === 'b') return value.trim() === '1' ? 'TRUE' : 'FALSE'
    return unescaped(value)
  }
}

/** The rows of a sheet that hold anything, in batches. Refuses with fileNotWorkbook, fileTooManyColumns, fileCellTooLong. */
export async function* readSheet(
  archive: Archive,
  path: string,
  { styles, is1904, limits }: { styles: readonly NumberStyle[]; is1904: boolean; limits: ImportLimits },
): AsyncGenerator<SheetRow[]> {
  const gatherer = new SheetGatherer(styles, is1904, limits)
  const handlers = {
    open: gatherer.open.bind(gatherer),
    text: gatherer.text.bind(gatherer),
    close: gatherer.close.bind(gatherer),
  }
  for await (const _ of readXml(archive.text(path), handlers, limits)) {
    if (gatherer.rows.length === 0) continue
    const { rows } = gatherer
    gatherer.rows = []
    yield rows
  }
  yield gatherer.rows
}
