import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from './locales'

export type Messages = Record<string, Record<string, unknown>>

const kept = new Map<Locale, Messages>()

/** All namespaces of a language: one file of messages/<locale> each. Read once per process (always anew in development). */
export function messagesOf(locale: Locale): Messages {
  const known = kept.get(locale)
  if (known && process.env.NODE_ENV === 'production') return known
  const folder = join(process.cwd(), 'messages', locale)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const messages = Object.fromEntries(
    files.map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  )
  kept.set(locale, messages)
  return messages
}

/** What every screen needs in the browser. */
export const SHARED_NAMESPACES = ['common', 'errors', 'access', 'screens', 'shell', 'table', 'operations'] as const

/** The shared namespaces and those a screen names: nothing else travels to the browser. */
export function pick(messages: Messages, namespaces: readonly string[]): Messages {
  return Object.fromEntries([...SHARED_NAMESPACES, ...namespaces].map((name) => [name, messages[name] ?? {}]))
}
