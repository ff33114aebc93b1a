import { createHash } from 'node:crypto'
import { slugFrom } from '@/server/features/companies/slug'
import { countryNamed } from '@/server/lib/countries'
import { csvCell } from '@/server/lib/csv'
import { codeOf } from '@/server/trpc/field-issues'
import { IMPORT_FIELDS, type ImportField, isImportField } from './fields'
import type { Columns } from './headings'
import { phoneParts } from './phone'
import type { ImportProblem, Problem } from './problems'
import type { FileRow } from './read/row'
import { type ImportedCustomer, importedCustomer } from './row-schema'

/** How the rows of a file are read. `defaults` stand in for empty cells. */
export type RowPlan = {
  columns: Columns
  defaults: { locale: 'en' | 'fr'; timeZone: string }
  /** The key of an industry by its word in any language, or null. */
  industryNamed: (text: string) => string | null
}

/**
 * What a good row becomes, with the keys by which it is recognised (`login` in the channel, `twin` among companies, `key` for ever) and
 * the beginning of its sign-in address.
 */
export type RowValue = ImportedCustomer & { login: string; twin: string; key: string; slug: string }

export type CheckedRow = { line: number; cells: string[]; value: RowValue | null; problems: Problem[] }

const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase()

/** The same login name for the same company in the same country is the same row, whichever file it comes in. */
export const importKey = ({
  loginName,
  name,
  country,
}: Pick<ImportedCustomer, 'loginName' | 'name' | 'country'>): string =>
  createHash('sha256')
    .update(`${loginName.toLowerCase()}\n${country}\n${folded(name)}`)
    .digest('base64url')
    .slice(0, 22)

/** A file that Tierline wrote itself (an export, the errors of an import) comes back without the apostrophes that disarmed it. */
const rearmed = (cell: string): string =>
  cell.startsWith("'") && csvCell(cell.slice(1)) === cell ? cell.slice(1) : cell

/** What the database cannot keep becomes the sign for an unreadable character. */
const storable = (cell: string): string =>
  cell.includes('\0') || !cell.isWellFormed() ? cell.toWellFormed().replaceAll('\0', '\ufffd') : cell

const SLUG_NAME_MAX = 40

const LANGUAGES: readonly [RegExp, 'en' | 'fr'][] = [
  [/^(en|eng|english|anglais)$/, 'en'],
  [/^(fr|fra|fre|french|francais)$/, 'fr'],
]

const listed = (text: string, separators: RegExp): string[] =>
  text
    .split(separators)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Checks one row by the rules of the form and says what it would become, or everything that is wrong with it. Pure. */
export function checkRow(row: FileRow, plan: RowPlan): CheckedRow {
  const cells = row.cells.map(storable)
  const texts = new Map<ImportField, string>()
  const at = new Map<ImportField, number>()
  plan.columns.forEach((field, column) => {
    if (!field) return
    texts.set(field, rearmed((cells[column] ?? '').trim()))
    at.set(field, column)
  })
  const problems = [...cellProblems(row, cells, plan.columns)]
  const report: Report = (field, problem) => {
    const column = at.get(field)
    problems.push({ ...problem, field, ...(column === undefined ? {} : { column }) })
  }
  const parsed = importedCustomer.safeParse(
    inputOf(texts, plan, (field, code) => report(field, { code, warning: true })),
  )
  if (!parsed.success)
    reportIssues(
      parsed.error.issues.map((issue) => ({ key: String(issue.path[0]), ...codeOf(issue) })),
      texts,
      report,
    )
  const isGood = parsed.success && problems.every(({ warning }) => warning)
  return { line: row.line, cells, value: isGood ? withKeys(parsed.data) : null, problems }
}

type Issue = { key: string; code: string; params: Readonly<Record<string, string | number>> }
type Report = (field: ImportField, problem: Omit<Problem, 'field' | 'column'>) => void

/** What the form's rules object to, once per column; nothing at all in a required one is just that. */
function reportIssues(issues: readonly Issue[], texts: ReadonlyMap<ImportField, string>, report: Report): void {
  const reported = new Set<ImportField>()
  for (const { key, code, params } of issues) {
    const field = fieldOf(key, texts)
    if (reported.has(field)) continue
    reported.add(field)
    const isMissing = !texts.get(field) && IMPORT_FIELDS[field].required
    if (isMissing) report(field, { code: 'required' })
    else report(field, Object.keys(params).length > 0 ? { code, params } : { code })
  }
}

/** An issue in a part of a phone number stands at the column that the number came from. */
const fieldOf = (key: string, texts: ReadonlyMap<ImportField, string>): ImportField => {
  const field = isImportField(key) ? key : 'name'
  return field.startsWith('phone') && !texts.get(field) ? 'phone' : field
}

function* cellProblems(row: FileRow, cells: readonly string[], columns: Columns): Generator<Problem> {
  const extra = cells.findIndex((cell, column) => column >= columns.length && cell.trim() !== '')
  if (extra >= 0)
    yield { code: 'tooManyCells' satisfies ImportProblem, params: { columns: columns.length }, column: extra }
  for (const [column, field] of columns.entries()) {
    if (field && cells[column]?.includes('\ufffd')) yield { code: 'brokenText' satisfies ImportProblem, field, column }
  }
  for (const { column, code } of row.notes ?? []) {
    const field = columns[column]
    if (field) yield { code, field, column, ...(code === 'formulaCell' ? { warning: true } : {}) }
  }
}

type Warn = (field: ImportField, code: ImportProblem) => void

function inputOf(texts: ReadonlyMap<ImportField, string>, { defaults, industryNamed }: RowPlan, warn: Warn) {
  const text = (field: ImportField): string => texts.get(field) ?? ''
  const phone = phoneParts(text('phone'))
  return {
    name: text('name'),
    address: text('address'),
    city: text('city'),
    state: text('state'),
    postalCode: text('postalCode'),
    country: countryNamed(text('country')) ?? text('country'),
    industry: industryOf(text('industry'), industryNamed, warn),
    note: text('note'),
    tags: listed(text('tags'), /[,;|\n]/),
    emergencyEmails: listed(text('emergencyEmails'), /[,;\s]+/),
    loginName: text('loginName'),
    firstName: text('firstName'),
    lastName: text('lastName'),
    email: text('email'),
    phoneCountry: text('phoneCountry') || phone.phoneCountry,
    phoneArea: text('phoneArea'),
    phoneNumber: text('phoneNumber') || phone.phoneNumber,
    phoneExtension: text('phoneExtension') || phone.phoneExtension,
    timeZone: text('timeZone') || defaults.timeZone,
    locale: languageOf(text('locale'), defaults.locale, warn),
  }
}

function languageOf(text: string, otherwise: 'en' | 'fr', warn: Warn): 'en' | 'fr' {
  if (text === '') return otherwise
  const word = folded(text).split(/[-_ (]/)[0] ?? ''
  const known = LANGUAGES.find(([pattern]) => pattern.test(word))
  if (!known) warn('locale', 'languageNotOffered')
  return known?.[1] ?? otherwise
}

function industryOf(text: string, industryNamed: RowPlan['industryNamed'], warn: Warn): string {
  if (text === '') return ''
  const key = industryNamed(text)
  if (key === null) warn('industry', 'industryUnknown')
  return key ?? ''
}

function withKeys(customer: ImportedCustomer): RowValue {
  return {
    ...customer,
    login: customer.loginName.toLowerCase(),
    twin: `${customer.country} ${folded(customer.name)}`,
    key: importKey(customer),
    slug: slugFrom(customer.name, SLUG_NAME_MAX),
  }
}
