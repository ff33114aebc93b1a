import { SaxesParser } from 'saxes'
import { DomainError } from '@/server/lib/errors'
import type { ImportLimits } from '../limits'

export type Attributes = Readonly<Record<string, string>>

/** What happens in an XML text. Names come without their namespace prefix. */
export type XmlHandlers = {
  open?: (name: string, attributes: Attributes) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML piece by piece: after each piece control comes back, so rows can be handed on and reading can end early.
 * Entities of a document type are never expanded. Refuses with fileNotWorkbook.
 */
export async function* readXml(
  texts: AsyncIterable<string>,
  handlers: XmlHandlers,
  limits: Pick<ImportLimits, 'tokenChars'>,
): AsyncGenerator<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  let sinceToken = 0
  const token = () => {
    sinceToken = 0
  }
  parser.on('error', () => {
    throw new DomainError('fileNotWorkbook')
  })
  parser.on('opentag', (tag) => {
    token()
    handlers.open?.(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    token()
    handlers.close?.(localName(tag.name))
  })
  parser.on('text', (text) => {
    token()
    handlers.text?.(text)
  })
  parser.on('cdata', (text) => {
    token()
    handlers.text?.(text)
  })
  parser.on('comment', token)
  for await (const text of texts) {
    parser.write(text)
    sinceToken += text.length
    // A text, comment or attribute that goes on for ever would be gathered in memory.
    if (sinceToken > limits.tokenChars) throw new DomainError('fileExpandsTooFar')
    yield
  }
  parser.close()
}

/** Reads an XML text to its end. */
export async function readWholeXml(
  texts: AsyncIterable<string>,
  handlers: XmlHandlers,
  limits: Pick<ImportLimits, 'tokenChars'>,
): Promise<void> {
  for await (const _ of readXml(texts, handlers, limits));
}

/** `_x000D_` stands for a character that XML cannot carry. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
