import { z } from 'zod'

/** Text that PostgreSQL and every browser can carry: no NUL or other control characters, no half of a surrogate pair. */
export const isStorable = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)

const tidyLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()
const tidyParagraphs = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** One line as people type it, white space folded; at least `min` characters (0: may be left out), at most `max`. */
export const line = (max: number, min: 0 | 1 = 1) =>
  z.string().normalize('NFC').overwrite(tidyLine).min(min).max(max).refine(isStorable, 'control')

/** Several lines, trimmed; may be empty. */
export const paragraphs = (max: number, min: 0 | 1 = 0) =>
  z.string().normalize('NFC').overwrite(tidyParagraphs).min(min).max(max).refine(isStorable, 'control')

/** An address that a mail can go to: one, without a name, without anything that could add another recipient. */
export const EMAIL_MAX = 128
export const email = z.string().trim().min(1).max(EMAIL_MAX).pipe(z.email('email'))
