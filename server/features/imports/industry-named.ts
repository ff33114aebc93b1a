import { LOCALES } from '@/server/i18n/locales'
import { messagesOf } from '@/server/i18n/messages'
import { INDUSTRIES } from '@/server/lib/industries'

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

let byWord: Map<string, string> | undefined

function words(): Map<string, string> {
  const of = (locale: (typeof LOCALES)[number]): Record<string, unknown> => {
    const { industry } = messagesOf(locale).companies ?? {}
    return typeof industry === 'object' && industry !== null ? { ...industry } : {}
  }
  return new Map([
    ...LOCALES.flatMap((locale) =>
      Object.entries(of(locale)).map(([key, word]): [string, string] => [folded(String(word)), key]),
    ),
    ...INDUSTRIES.map((key): [string, string] => [folded(key), key]),
  ])
}

/** The key of an industry by its key or its word in any language; null when there is none. */
export function industryNamed(text: string): string | null {
  byWord ??= words()
  return byWord.get(folded(text)) ?? null
}
