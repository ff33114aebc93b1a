import type { Locale } from '@/server/i18n/locales'
import { type Translate, translator } from '@/server/i18n/translator'

/** The words of a namespace, for finding what a person reads. A message that is gone fails here, not where it is waited for. */
export function wordsOf(locale: Locale, namespace: string): Translate {
  const say = translator(locale, namespace)
  return (key, values) => {
    const text = say(key, values)
    if (text === `${namespace}.${key}`) throw new Error(`There is no message ${text}.`)
    return text
  }
}
