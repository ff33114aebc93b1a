import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Encoding } from './formats'

const SAMPLE_BYTES = 64 * 1024

/**
 * Looks at a whole file as it passes by and says how its text is encoded: by its byte order mark, by the zeros that UTF-16
 * puts between Latin letters, by being valid UTF-8, else Windows-1252.
 */
export class EncodingSniffer {
  private first: Buffer = Buffer.alloc(0)
  private tail: Buffer = Buffer.alloc(0)
  private validUtf8 = true
  private zeros = false
  private sampled = 0
  private zerosAt: [even: number, odd: number] = [0, 0]
  private feeds = 0
  private returns = 0
  private isLineOpen = false

  /** Lines seen, by the kind of line end that the file has more of. A record has at least one. */
  get lines(): number {
    return Math.max(this.feeds, this.returns) + (this.isLineOpen ? 1 : 0)
  }

  push(bytes: Buffer): void {
    if (this.first.length < 4) this.first = Buffer.concat([this.first, bytes.subarray(0, 4)]).subarray(0, 4)
    this.sample(bytes)
    this.zeros ||= bytes.includes(0)
    this.feeds += countOf(bytes, 10)
    this.returns += countOf(bytes, 13)
    // In UTF-16 a line end may have a zero behind it.
    const last = bytes.at(-1) || bytes.at(-2)
    if (bytes.length > 0) this.isLineOpen = last !== 10 && last !== 13
    if (!this.validUtf8) return
    const joined = this.tail.length > 0 ? Buffer.concat([this.tail, bytes]) : bytes
    const cut = joined.length - unfinished(joined)
    this.tail = Buffer.from(joined.subarray(cut))
    this.validUtf8 = isUtf8(joined.subarray(0, cut))
  }

  private sample(bytes: Buffer): void {
    const part = bytes.subarray(0, SAMPLE_BYTES - this.sampled)
    for (let i = 0; i < part.length; i++) if (part[i] === 0) this.zerosAt[((this.sampled + i) % 2) as 0 | 1] += 1
    this.sampled += part.length
  }

  /** The encoding; null when the bytes are no text at all (zeros, but not those of UTF-16). */
  verdict(): Encoding | null {
    const [a = 0, b = 0, c = 0] = this.first
    if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
    if (a === 0xff && b === 0xfe) return 'utf-16le'
    if (a === 0xfe && b === 0xff) return 'utf-16be'
    const [even, odd] = this.zerosAt
    const few = this.sampled / 50
    if (odd > this.sampled / 8 && even < few) return 'utf-16le'
    if (even > this.sampled / 8 && odd < few) return 'utf-16be'
    if (this.zeros) return null
    return this.validUtf8 && this.tail.length === 0 ? 'utf-8' : 'windows-1252'
  }
}

function countOf(bytes: Buffer, byte: number): number {
  let count = 0
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count += 1
  return count
}

/** How many bytes at the end begin a character that they do not finish. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if ((byte & 0b1100_0000) === 0b1000_0000) continue
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return needs > back ? back : 0
  }
  return 0
}

/** The text of bytes, piece by piece, without its byte order mark. What is not valid becomes U+FFFD. */
export async function* decoded(pieces: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderFor(encoding)
  for await (const piece of pieces) yield decoder.write(piece)
  const rest = decoder.end()
  if (rest) yield rest
}

function decoderFor(encoding: Encoding): { write: (bytes: Buffer) => string; end: () => string | undefined } {
  if (encoding !== 'utf-8')
    return iconv.getDecoder(
      encoding === 'utf-16le' ? 'utf16-le' : encoding === 'utf-16be' ? 'utf16-be' : 'windows-1252',
    )
  const native = new TextDecoder('utf-8')
  return { write: (bytes) => native.decode(bytes, { stream: true }), end: () => native.decode() }
}
