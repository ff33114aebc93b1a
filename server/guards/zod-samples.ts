import { z } from 'zod'

/** Values for fields of a name, the best first: `{ companyId: ['k3f…'], country: ['GB'] }`. */
export type Words = Readonly<Record<string, readonly unknown[]>>

/** `minimal` leaves out what may be left out; `full` gives everything. */
export type Size = 'minimal' | 'full'

type Def = {
  type: string
  shape?: Record<string, z.core.$ZodType>
  element?: z.core.$ZodType
  options?: readonly z.core.$ZodType[]
  innerType?: z.core.$ZodType
  in?: z.core.$ZodType
  out?: z.core.$ZodType
  entries?: Record<string, unknown>
  values?: readonly unknown[]
  items?: readonly z.core.$ZodType[]
  left?: z.core.$ZodType
  right?: z.core.$ZodType
  getter?: () => z.core.$ZodType
}

export const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as unknown as Def
export const isSchema = (value: unknown): value is z.core.$ZodType =>
  typeof value === 'object' && value !== null && '_zod' in value

const accepts = (schema: z.core.$ZodType, value: unknown): boolean => {
  try {
    return z.core.safeParse(schema, value).success
  } catch {
    return false
  }
}

/** What strings of a form look like, tried in this order when nothing is known for the field's name. */
const TEXTS = [
  'Sample',
  'sample',
  '00000000-0000-7000-8000-000000000000',
  'sample@sample.example',
  '2026-03-04',
  '2026-03-04T05:06:07Z',
  'GB',
  'Europe/London',
  'https://sample.example',
  '1',
  'a sample of many words',
  '',
]
const NUMBERS = [1, 0, 10, 50, 1.5, -1]
const WRAPPERS = ['optional', 'nullable', 'default', 'prefault', 'catch', 'readonly', 'nonoptional', 'promise']

/** The schema behind optional, default, nullable … */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const def = defOf(schema)
  if (WRAPPERS.includes(def.type) && def.innerType) return unwrapped(def.innerType)
  if (def.type === 'lazy' && def.getter) return unwrapped(def.getter())
  if (def.type === 'pipe' && def.in && def.out) return unwrapped(defOf(def.in).type === 'transform' ? def.out : def.in)
  return schema
}

/** Optional, or filled in by a default. */
const mayBeLeftOut = (schema: z.core.$ZodType) => schema._zod.optin !== undefined

/** Something the schema accepts, from the words where they fit; undefined when nothing was found. */
export function sampleOf(schema: z.core.$ZodType, words: Words, size: Size, name = ''): unknown {
  const known = (words[name] ?? []).find((word) => accepts(schema, word))
  if (known !== undefined) return known
  const made = plain(schema, words, size, name)
  return accepts(schema, made) ? made : ([null, undefined].find((value) => accepts(schema, value)) ?? made)
}

function plain(schema: z.core.$ZodType, words: Words, size: Size, name: string): unknown {
  const def = defOf(unwrapped(schema))
  const first = (values: readonly unknown[]) => values.find((value) => accepts(schema, value))
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          .filter(([, field]) => size === 'full' || !mayBeLeftOut(field))
          .map(([key, field]) => [key, sampleOf(field, words, size, key)]),
      )
    case 'array':
    case 'set':
      return def.element ? [sampleOf(def.element, words, size, name)] : []
    case 'tuple':
      return (def.items ?? []).map((item) => sampleOf(item, words, size, name))
    case 'record':
    case 'map':
      return {}
    case 'enum':
      return Object.values(def.entries ?? {})[0]
    case 'literal':
      return def.values?.[0]
    case 'union':
      return first((def.options ?? []).map((option) => sampleOf(option, words, size, name)))
    case 'intersection':
      return {
        ...(def.left && (sampleOf(def.left, words, size) as object)),
        ...(def.right && (sampleOf(def.right, words, size) as object)),
      }
    case 'number':
    case 'int':
      return first(NUMBERS)
    case 'bigint':
      return 1n
    case 'boolean':
      return true
    case 'null':
      return null
    case 'date':
      return new Date(0)
    case 'string':
    case 'template_literal':
    case 'custom':
      return first(TEXTS)
    default:
      return first([...TEXTS, ...NUMBERS, true, {}, [], null])
  }
}

/** The input of a procedure, whose schemas may have been given in several parts; undefined: it takes none. */
export function inputOf(inputs: readonly unknown[], words: Words, size: Size): unknown {
  const schemas = inputs.filter(isSchema)
  if (schemas.length === 0) return undefined
  const parts = schemas.map((schema) => sampleOf(schema, words, size))
  return parts.every((part) => typeof part === 'object' && part !== null && !Array.isArray(part))
    ? Object.assign({}, ...parts)
    : parts[0]
}
