import { createTranslator } from 'next-intl'
import type { Locale } from './locales'
import { messagesOf } from './messages'

/** A translator outside a request: for mails, exports and jobs. */
export function translator(locale: Locale, namespace: string) {
  return createTranslator({ locale, messages: messagesOf(locale), namespace })
}
