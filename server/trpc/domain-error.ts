import { TRPCError } from '@trpc/server'
import { DomainError, type ErrorCode } from '@/server/lib/errors'

/** The refusal inside whatever a procedure threw, or null. */
export function domainErrorIn(error: unknown): DomainError | null {
  const cause = error instanceof TRPCError ? error.cause : error
  return cause instanceof DomainError ? cause : null
}

export const isDomainError = (error: unknown, code: ErrorCode): boolean => domainErrorIn(error)?.code === code
