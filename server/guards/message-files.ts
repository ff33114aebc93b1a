import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

/** Sentences by their full key: `errors.signInLocked`. */
export type Sentences = ReadonlyMap<string, string>

export function flatten(messages: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(messages)) {
    const name = prefix === '' ? key : `${prefix}.${key}`
    if (typeof value === 'string') found.set(name, value)
    else if (typeof value === 'object' && value !== null) for (const [k, v] of flatten(value, name)) found.set(k, v)
    else found.set(name, '')
  }
  return found
}

const KIND: Partial<Record<TYPE, string>> = {
  [TYPE.argument]: 'value',
  [TYPE.number]: 'number',
  [TYPE.date]: 'date',
  [TYPE.time]: 'time',
  [TYPE.select]: 'select',
  [TYPE.plural]: 'plural',
  [TYPE.tag]: 'tag',
}

/** What a sentence asks for: `minutes plural`, `state select(done|failed)`, `b tag`. Plural forms differ between languages; options of a select do not. */
export function argumentsOf(sentence: string): string[] {
  const found = new Set<string>()
  const walk = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      const kind = KIND[element.type]
      if (!kind || !('value' in element)) continue
      const isSelect = element.type === TYPE.select
      const options = isSelect ? `(${Object.keys(element.options).sort().join('|')})` : ''
      found.add(`${element.value} ${kind}${options}`)
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value)
      if ('children' in element) walk(element.children)
    }
  }
  walk(parse(sentence, { requiresOtherClause: true }))
  return [...found].sort()
}

/** Names only: what a caller must give. */
export const namesIn = (sentence: string): string[] => [
  ...new Set(
    argumentsOf(sentence)
      .filter((argument) => !argument.endsWith(' tag'))
      .map((argument) => argument.split(' ')[0] ?? ''),
  ),
]

function argumentsOrFault(sentence: string): string {
  try {
    return argumentsOf(sentence).join(', ')
  } catch (error) {
    return `cannot be read: ${error instanceof Error ? error.message : error}`
  }
}

/** Where a language differs from the source: keys too few or too many, other arguments, nothing written, unreadable. */
export function parityFindings(source: Sentences, other: Sentences): string[] {
  const findings: string[] = []
  for (const [key, sentence] of source) {
    const twin = other.get(key)
    const wanted = argumentsOrFault(sentence)
    if (wanted.startsWith('cannot')) findings.push(`${key}: the source ${wanted}`)
    else if (twin === undefined) findings.push(`${key}: missing`)
    else if (twin.trim() === '' || sentence.trim() === '') findings.push(`${key}: empty`)
    else if (argumentsOrFault(twin) !== wanted)
      findings.push(`${key}: [${argumentsOrFault(twin)}] instead of [${wanted}]`)
  }
  for (const key of other.keys()) if (!source.has(key)) findings.push(`${key}: not in the source`)
  return findings
}

/** A straight apostrophe quotes in ICU and is no typographer's; French sets a no-break space before : » and after «, a narrow one before ; ! ?. */
export function typographyFindings(locale: string, sentences: Sentences): string[] {
  return [...sentences].flatMap(([key, sentence]) => {
    if (/\w'\w/.test(sentence)) return [`${key}: straight apostrophe`]
    const words = sentence.replaceAll(/\{[^{}]*\}|<[^<>]*>|https?:\S+/g, 'x')
    if (locale === 'fr' && /[ \u202f][:»]|[ \u00a0][;!?]|« |[\p{L}\p{N})][;:!?](\s|$)/u.test(words)) {
      return [`${key}: no-break space missing: ${sentence}`]
    }
    return []
  })
}
