import { ZodError } from 'zod'

/** Where something was typed, what is wrong with it, and the figures of its sentence (messages: errors.field.<code>). */
export type FieldIssue = { path: string; code: string; params: Readonly<Record<string, string | number>> }

/** The issues of a zod error as codes. A schema may name its own code as the issue's message: `z.string().regex(…, 'loginName')`. */
export function issuesOf(error: unknown): FieldIssue[] | null {
  if (!(error instanceof ZodError)) return null
  return error.issues.map((issue) => ({ path: issue.path.join('.'), ...codeOf(issue) }))
}

/** What there is too much of has a name: characters, entries; else it is a figure. */
const TOO_BIG: Readonly<Record<string, string>> = { string: 'tooLong', array: 'tooMany' }

export function codeOf(issue: ZodError['issues'][number]): Omit<FieldIssue, 'path'> {
  const own = /^[a-z][A-Za-z]+$/.test(issue.message) ? issue.message : null
  if (issue.code === 'too_small') {
    const min = Number(issue.minimum)
    if (own) return { code: own, params: { min } }
    const isCounted = issue.origin === 'string' || issue.origin === 'array'
    if (isCounted && min <= 1) return { code: 'required', params: {} }
    return { code: issue.origin === 'string' ? 'tooShort' : 'tooSmall', params: { min } }
  }
  if (issue.code === 'too_big')
    return { code: own ?? TOO_BIG[issue.origin] ?? 'tooLarge', params: { max: Number(issue.maximum) } }
  if (own) return { code: own, params: {} }
  return { code: issue.code === 'invalid_type' ? 'required' : 'invalid', params: {} }
}
