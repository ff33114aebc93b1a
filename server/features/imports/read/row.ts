/** Something about a cell that the person should know although its text was read. Columns count from 0. */
export type CellNote = { column: number; code: 'formulaCell' | 'errorCell' }

/** A row of a file as it was read: the line on which it begins (CSV) or its number in the sheet (XLSX), counting from 1. */
export type FileRow = { line: number; cells: string[]; notes?: CellNote[] }

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')
