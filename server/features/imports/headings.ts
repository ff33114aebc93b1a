import { type Decision, no, yes } from '@/server/lib/result'
import { IMPORT_FIELD_KEYS, IMPORT_FIELDS, type ImportField, REQUIRED_FIELDS } from './fields'

/** What each column of a file stands for; null: it is left out. */
export type Columns = readonly (ImportField | null)[]

/** Case, accents, spaces and punctuation do not make a heading different. */
const folded = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** Our own keys are understood too, where they mean nothing else to people. */
const BY_NAME: ReadonlyMap<string, ImportField> = new Map([
  ...IMPORT_FIELD_KEYS.map((key): [string, ImportField] => [folded(key), key]),
  ...IMPORT_FIELD_KEYS.flatMap((key) =>
    IMPORT_FIELDS[key].names.split(', ').map((name): [string, ImportField] => [folded(name), key]),
  ),
])

/** What a heading stands for, or null. */
export const fieldNamed = (heading: string): ImportField | null => BY_NAME.get(folded(heading)) ?? null

/** What the headings of a file say about its columns. A field goes to the first column that names it. */
export function columnsFrom(headings: readonly string[]): (ImportField | null)[] {
  const given = new Set<ImportField>()
  return headings.map((heading) => {
    const field = fieldNamed(heading)
    if (!field || given.has(field)) return null
    given.add(field)
    return field
  })
}

/** Can rows be read with these columns? Codes: columnMappedTwice (field), columnNotMapped (fields). Both name field keys. */
export function mayCheck(columns: Columns): Decision {
  const mapped = columns.filter((field) => field !== null)
  const twice = mapped.find((field, i) => mapped.indexOf(field) !== i)
  if (twice) return no('columnMappedTwice', { field: twice })
  const missing = missingFields(columns)
  return missing.length > 0 ? no('columnNotMapped', { fields: missing.join(', ') }) : yes(true)
}

/** The required fields that no column stands for. */
export const missingFields = (columns: Columns): ImportField[] =>
  REQUIRED_FIELDS.filter((field) => !columns.includes(field))
