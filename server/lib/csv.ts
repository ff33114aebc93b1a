import { stringify } from 'csv-stringify/sync'

/** Programs that open CSV files take them for UTF-8 only when they begin with this. */
export const BYTE_ORDER_MARK = '\ufeff'

// What is shown as nothing: spaces, controls, marks without width. A spreadsheet may skip it before it looks for a formula.
const INVISIBLE =
  '\\u0001-\\u0008\\u000b\\u000c\\u000e-\\u0020\\u007f-\\u00a0\\u00ad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0'
const RUNS = new RegExp(`^[${INVISIBLE}]*[-=+@\\t\\r\\n\\ufe62\\ufe63\\ufe66\\ufe6b\\uff0b\\uff0d\\uff1d\\uff20]`)
const NUMBER = /^[-+][0-9]+([ \u00a0\u202f][0-9]+)*([.,][0-9]+)*([eE][-+]?[0-9]+)?$/
const CUT = /^(0[0-9]+|[0-9]{16,})$/

/**
 * A text as a cell that a spreadsheet shows and does not run: formulas get an apostrophe, numbers stay numbers, and what a
 * spreadsheet would cut (leading zeros, more than 15 digits) stays text. The twin of `csv_cell` in the database.
 */
export const csvCell = (text: string): string =>
  (RUNS.test(text) && !NUMBER.test(text)) || CUT.test(text) ? `'${text}` : text

type Cell = string | number | null

/**
 * Rows as CSV, texts disarmed and quoted (where another separator is usual, none may open a cell inside of a text), without a byte order mark; for what is computed here (reports of imports and bulk work). What
 * comes from a table goes through `COPY` (features/exports), ten times as fast.
 */
export const csvRows = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? csvCell(cell) : cell))),
    { quoted_string: true },
  )

/** Headers of a response that is a CSV file to save. */
export const csvHeaders = (fileName: string): Record<string, string> => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${fileName.replace(/[^\w.-]+/g, '-')}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
})
