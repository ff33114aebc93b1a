import type { ImportField } from './fields'

/**
 * Something about a row, as a code: from the form's schema (errors.field.<code>) or of the import itself
 * (imports.problem.<code>). A warning leaves the row good.
 */
export type Problem = {
  code: string
  params?: Readonly<Record<string, string | number>>
  field?: ImportField
  /** Where it stands in the file, counting from 0. */
  column?: number
  warning?: true
}

/** The codes that are the import's own. */
export const IMPORT_PROBLEMS = [
  'tooManyCells',
  'brokenText',
  'errorCell',
  'formulaCell',
  'languageNotOffered',
  'industryUnknown',
  'loginTwice',
  'loginTaken',
  'sameCompany',
  'companyExists',
  'lostRace',
] as const
export type ImportProblem = (typeof IMPORT_PROBLEMS)[number]

export const isImportProblem = (code: string): code is ImportProblem => IMPORT_PROBLEMS.some((known) => known === code)
