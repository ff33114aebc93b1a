import { type ZipEntry, zipOf } from './zip'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

/** Name of a cell, columns and rows counting from 0. */
export const cellName = (column: number, row: number): string => `${letters(column)}${row + 1}`

/** A row of a sheet with shared texts, as Excel writes them. */
export class SharedTexts {
  private readonly indexes = new Map<string, number>()

  cell(text: string, column: number, row: number): string {
    if (text === '') return ''
    const index = this.indexes.get(text) ?? this.indexes.size
    this.indexes.set(text, index)
    return `<c r="${cellName(column, row)}" t="s"><v>${index}</v></c>`
  }

  xml(): string {
    const items = [...this.indexes.keys()].map((text) => `<si><t xml:space="preserve">${xmlText(text)}</t></si>`)
    return `<?xml version="1.0"?><sst xmlns="${MAIN}" count="${items.length}">${items.join('')}</sst>`
  }
}

type Parts = {
  /** The `<row>` elements of each sheet. */
  sheets: readonly { name: string; rows: string; state?: string }[]
  sharedStrings?: string
  styles?: string
  is1904?: boolean
  extra?: readonly ZipEntry[]
}

/** A workbook, for tests: only what stands in it by the standard, and whatever hostile part is asked for. */
export function workbookOf({ sheets, sharedStrings, styles, is1904, extra = [] }: Parts): Buffer {
  const relations = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  )
  if (sharedStrings) relations.push(`<Relationship Id="rS" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`)
  if (styles) relations.push(`<Relationship Id="rT" Type="${OFFICE}/styles" Target="/xl/styles.xml"/>`)
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${xmlText(name)}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`,
  )
  const entry = (name: string, text: string): ZipEntry => ({ name, bytes: Buffer.from(text) })
  return zipOf([
    entry(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    entry(
      'xl/workbook.xml',
      `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    ),
    entry('xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`),
    ...sheets.map(({ rows }, i) =>
      entry(
        `xl/worksheets/sheet${i + 1}.xml`,
        `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      ),
    ),
    ...(sharedStrings ? [entry('xl/sharedStrings.xml', sharedStrings)] : []),
    ...(styles ? [entry('xl/styles.xml', styles)] : []),
    ...extra,
  ])
}

/** A workbook of one sheet that holds these texts. */
export function workbookOfTexts(rows: readonly (readonly string[])[]): Buffer {
  const shared = new SharedTexts()
  const xml = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((text, column) => shared.cell(text, column, row)).join('')}</row>`,
  )
  return workbookOf({ sheets: [{ name: 'Sheet1', rows: xml.join('') }], sharedStrings: shared.xml() })
}
