import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import compile from 'icu-minify/compile'
import type { CompiledMessage } from 'icu-minify/format'
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

const compiled = new Map<string, CompiledMessage>()

/** Through JSON: the compiler's objects have no prototype, and React sends only plain ones to the browser. */
function compiledMessage(text: string): CompiledMessage {
  const message: CompiledMessage = compiled.get(text) ?? JSON.parse(JSON.stringify(compile(text)))
  compiled.set(text, message)
  return message
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const compiledGroup = (group: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(group).map(([key, value]) => [
      key,
      isGroup(value) ? compiledGroup(value) : compiledMessage(String(value)),
    ]),
  )

const keptCompiled = new WeakMap<Messages, Messages>()

/** The same, parsed already: whoever formats them, in the browser above all, needs no parser. */
export function compiledMessagesOf(locale: Locale): Messages {
  const messages = messagesOf(locale)
  const known = keptCompiled.get(messages)
  if (known) return known
  const made = Object.fromEntries(Object.entries(messages).map(([name, group]) => [name, compiledGroup(group)]))
  keptCompiled.set(messages, made)
  return made
}

/** What every screen needs in the browser: the root layout gives it, once. */
export const SHARED_NAMESPACES = ['common', 'errors', 'access', 'screens', 'shell', 'table', 'operations'] as const

const keptTexts = new WeakMap<Messages, Map<string, string>>()

/**
 * Namespaces as one text, which is how they travel to the browser (and nothing else of them does): React sends a text as it is,
 * and an object of a thousand sentences part by part, for each page anew.
 */
export function textOf(messages: Messages, namespaces: readonly string[]): string {
  const known = keptTexts.get(messages) ?? new Map<string, string>()
  keptTexts.set(messages, known)
  const key = namespaces.join()
  const text =
    known.get(key) ?? JSON.stringify(Object.fromEntries(namespaces.map((name) => [name, messages[name] ?? {}])))
  known.set(key, text)
  return text
}
