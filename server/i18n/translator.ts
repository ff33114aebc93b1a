import { createTranslator } from 'next-intl'
import type { Locale } from './locales'
import { messagesOf } from './messages'

export type Translate = (key: string, values?: Record<string, string | number>) => string

/** A translator outside a request: for mails, exports and jobs. */
export function translator(locale: Locale, namespace: string): Translate {
  const t = createTranslator({ locale, messages: messagesOf(locale), namespace })
  return (key, values) => t(key as never, values as never)
}
