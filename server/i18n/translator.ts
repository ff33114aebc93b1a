import format, { type CompiledMessage } from 'icu-minify/format'
import type { Locale } from './locales'
import { compiledMessagesOf } from './messages'

export type Translate = (key: string, values?: Record<string, string | number>) => string

/** Formatters of Intl are dear to make. */
function kept<Args extends unknown[], Made>(make: (...args: Args) => Made): (...args: Args) => Made {
  const known = new Map<string, Made>()
  return (...args) => {
    const key = JSON.stringify(args)
    const made = known.get(key) ?? make(...args)
    known.set(key, made)
    return made
  }
}

const formatters = {
  getDateTimeFormat: kept(
    (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  ),
  getNumberFormat: kept((...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args)),
  getPluralRules: kept((...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args)),
}

const isMessage = (value: unknown): value is CompiledMessage => typeof value === 'string' || Array.isArray(value)

const below = (group: unknown, key: string): unknown =>
  typeof group === 'object' && group !== null ? Object.getOwnPropertyDescriptor(group, key)?.value : undefined

/** A translator outside a request: for mails, exports and jobs. A key that is missing is shown itself. */
export function translator(locale: Locale, namespace: string): Translate {
  const group = namespace.split('.').reduce(below, compiledMessagesOf(locale))
  return (key, values) => {
    const message = key.split('.').reduce(below, group)
    return isMessage(message)
      ? String(format(message, locale, values, { formatters, timeZone: 'UTC' }))
      : `${namespace}.${key}`
  }
}
