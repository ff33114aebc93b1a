import { DomainError } from '@/server/lib/errors'
import { type Decision, no, yes } from '@/server/lib/result'

/** What a file is refused for is an answer to the person, not an accident: `fn`'s value, or its refusal. */
export async function asRefusal<T>(fn: () => Promise<T>): Promise<Decision<T>> {
  try {
    return yes(await fn())
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'databaseGone') return no(error.code, error.params)
    throw error
  }
}
