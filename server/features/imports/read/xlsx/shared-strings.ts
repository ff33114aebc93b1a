import { DomainError } from '@/server/lib/errors'
import type { ImportLimits } from '../limits'
import type { Archive } from './archive'
import { readXml, unescaped } from './xml'

/**
 * The texts that the cells of a workbook share, as far as `lastIndex` asks for them: rich text is joined, phonetic readings are
 * left out. Refuses with fileExpandsTooFar, fileNotWorkbook.
 */
export async function readSharedStrings(
  archive: Archive,
  path: string | null,
  limits: ImportLimits,
  lastIndex = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  if (path === null || !archive.has(path)) return []
  const strings: string[] = []
  let text = ''
  let chars = 0
  let isInText = false
  let isInPhonetic = false
  const xml = readXml(
    archive.text(path),
    {
      open: (name) => {
        if (name === 'si') text = ''
        if (name === 'rPh') isInPhonetic = true
        if (name === 't') isInText = !isInPhonetic
      },
      text: (part) => {
        if (!isInText) return
        text += part
        // No spreadsheet program writes a longer one.
        if (text.length > limits.cellChars) throw new DomainError('fileNotWorkbook')
      },
      close: (name) => {
        if (name === 't') isInText = false
        if (name === 'rPh') isInPhonetic = false
        if (name !== 'si') return
        strings.push(unescaped(text))
        chars += text.length + 8
        if (chars > limits.sharedChars) throw new DomainError('fileExpandsTooFar')
      },
    },
    limits,
  )
  for await (const _ of xml) if (strings.length > lastIndex) break
  return strings
}
