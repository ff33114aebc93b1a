import { initTRPC, TRPCError } from '@trpc/server'
import type { Privilege } from '@/server/access/privileges'
import { DomainError, ERRORS, type ErrorCode } from '@/server/lib/errors'
import type { Context } from './context'
import { type FieldIssue, issuesOf } from './field-issues'

/** What a procedure is born with: its privilege, or `open` with the reason why anybody may call it. */
export type Meta = { privilege: Privilege } | { open: string }

/** What the client is told about a refusal: never a sentence, never a stack. */
export type RefusalShape = {
  code: ErrorCode
  params: Readonly<Record<string, string | number>>
  field?: string
  issues?: readonly FieldIssue[]
  /** Only for unknown errors: the id under which it was logged. */
  errorId?: string
}

/** The refusal behind an error that left a procedure. */
export function refusalOf(error: TRPCError, requestId: string): RefusalShape {
  const { cause } = error
  if (cause instanceof DomainError) {
    return { code: cause.code, params: cause.params, ...(cause.field === undefined ? {} : { field: cause.field }) }
  }
  const issues = issuesOf(cause)
  if (issues) return { code: 'invalidInput', params: {}, issues }
  if (error.code === 'NOT_FOUND') return { code: 'notFound', params: {} }
  if (error.code === 'INTERNAL_SERVER_ERROR') return { code: 'internal', params: {}, errorId: requestId }
  return { code: error.code === 'PAYLOAD_TOO_LARGE' ? 'tooLarge' : 'invalidInput', params: {} }
}

export const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter: ({ shape, error, ctx }) => ({
      ...shape,
      message: '',
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        refusal: refusalOf(error, ctx?.requestId ?? ''),
      },
    }),
  })

/** A DomainError on its way out, with the transport code of lib/errors.ts. */
export function asTransport(error: unknown): unknown {
  const domain = error instanceof DomainError ? error : error instanceof TRPCError ? error.cause : null
  return domain instanceof DomainError ? new TRPCError({ code: ERRORS[domain.code], cause: domain }) : error
}
