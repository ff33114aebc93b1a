import { z } from 'zod'
import { companyId } from '@/server/features/companies/schema'
import { LOCALES } from '@/server/i18n/locales'
import { line } from '@/server/lib/text'
import { IMPORT_FIELD_KEYS } from './fields'
import { ENCODINGS, SEPARATORS } from './read/formats'
import { IMPORT_LIMITS } from './read/limits'

/** Rows of a file that the mapping screen shows. */
export const PREVIEW_ROWS = 8

export const importRef = z.object({ operationId: z.uuid() })

/** A file that is about to arrive. `parentId`: the company that will manage its customers (default: one's own). */
export const newImport = z.object({
  fileName: line(255),
  sizeBytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER),
  parentId: companyId.optional(),
})
export type NewImport = z.output<typeof newImport>

/** How the bytes are read: found out when the file has arrived, changeable by hand. */
export const layout = z.discriminatedUnion('format', [
  z.object({ format: z.literal('csv'), encoding: z.enum(ENCODINGS), separator: z.enum(SEPARATORS) }),
  z.object({ format: z.literal('xlsx'), sheet: z.number().int().min(0).max(199) }),
])

const columns = z.array(z.enum(IMPORT_FIELD_KEYS).nullable()).max(IMPORT_LIMITS.columns)

export const previewRequest = importRef.extend({ layout: layout.optional() })
export type PreviewRequest = z.output<typeof previewRequest>

export const checkRequest = importRef.extend({ layout, columns })
export type CheckRequest = z.output<typeof checkRequest>

export const ROW_FILTERS = ['all', 'good', 'bad', 'known', 'warned', 'written', 'failed'] as const
export type RowFilter = (typeof ROW_FILTERS)[number]

export const rowPage = importRef.extend({
  filter: z.enum(ROW_FILTERS).default('all'),
  /** Only rows with this problem. */
  problem: z
    .string()
    .regex(/^[A-Za-z]{1,40}$/, 'invalid')
    .optional(),
  /** Rows behind this line, or (the page before) in front of that one. */
  after: z.number().int().min(0).max(2_147_483_647).default(0),
  before: z.number().int().min(0).max(2_147_483_647).optional(),
  limit: z.number().int().min(1).max(200).default(50),
})
export type RowPage = z.output<typeof rowPage>

/** What an import knows of itself, kept in its operation. `layout` is null until the whole file has arrived. */
export const importInput = z.object({
  fileName: z.string(),
  sizeBytes: z.number(),
  parent: z.object({ id: z.string(), name: z.string(), isOwn: z.boolean() }),
  defaults: z.object({ locale: z.enum(LOCALES), timeZone: z.string() }),
  layout: layout.nullable(),
  sheets: z.array(z.string()),
  rowsEstimate: z.number(),
  headings: z.array(z.string()),
  columns,
})
export type ImportInput = z.output<typeof importInput>

/** What the check found and what the writing did, in rows. `warned` rows are good ones with something to look at. */
export const importResult = z.object({
  rows: z.number(),
  good: z.number(),
  bad: z.number(),
  known: z.number(),
  warned: z.number(),
  written: z.number(),
  failed: z.number(),
  /** How many rows have which problem. */
  problems: z.record(z.string(), z.number()),
})
export type ImportResult = z.output<typeof importResult>
