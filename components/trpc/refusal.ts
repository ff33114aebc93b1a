import { TRPCClientError } from '@trpc/client'
import { useTranslations } from 'next-intl'
import type { RefusalShape } from '@/server/trpc/init'

/** The refusal inside an error of a procedure or route; `offline` when no answer came at all. */
export function refusalIn(error: unknown): RefusalShape | { code: 'offline'; params: Record<string, never> } {
  if (
    error instanceof TRPCClientError &&
    typeof error.data === 'object' &&
    error.data !== null &&
    'refusal' in error.data
  ) {
    return error.data.refusal as RefusalShape
  }
  return { code: 'offline', params: {} }
}

/** Sentences for refusals, in the person's language. */
export function useRefusal() {
  const t = useTranslations('errors')
  const sentence = (code: string, params: Readonly<Record<string, string | number>> = {}) =>
    t.has(code) ? t(code, params) : t('internal', { errorId: '' })
  return {
    /** One sentence for a code. */
    ofCode: sentence,
    /** One sentence for an error. */
    of: (error: unknown) => {
      const refusal = refusalIn(error)
      return sentence(refusal.code, {
        ...refusal.params,
        ...('errorId' in refusal ? { errorId: refusal.errorId ?? '' } : {}),
      })
    },
    /** Sentences by field path, for forms. */
    ofFields: (error: unknown): Record<string, string> => {
      const refusal = refusalIn(error)
      if (!('field' in refusal) && !('issues' in refusal)) return {}
      if ('issues' in refusal && refusal.issues) {
        return Object.fromEntries(
          refusal.issues.map(({ path, code, params }) => [
            path,
            t.has(`field.${code}`) ? t(`field.${code}`, params) : t('field.invalid'),
          ]),
        )
      }
      return 'field' in refusal && refusal.field ? { [refusal.field]: sentence(refusal.code, refusal.params) } : {}
    },
  }
}
