import { Readable } from 'node:stream'
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl'
import { DomainError } from '@/server/lib/errors'
import type { ImportLimits } from '../limits'
import type { ByteSource } from '../source'

/** The entries of a workbook's archive, each readable as text. */
export type Archive = {
  has: (name: string) => boolean
  text: (name: string) => AsyncIterable<string>
  close: () => void
}

class SourceReader extends RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super()
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.source.read(start, end), { objectMode: false })
  }
}

/**
 * Opens a workbook's archive and looks at its table of contents only: how many entries, to how much they unpack. yauzl holds each
 * entry to the size that stands there, so a bomb is refused before a byte of it is unpacked.
 * Refuses with fileNotWorkbook, fileExpandsTooFar.
 */
export async function openArchive(source: ByteSource, limits: ImportLimits): Promise<Archive> {
  const zip = await opened(source)
  try {
    const entries = await listed(zip, limits)
    return {
      has: (name) => entries.has(name.toLowerCase()),
      text: (name) => textOf(zip, entries.get(name.toLowerCase())),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

const broken = (): DomainError => new DomainError('fileNotWorkbook')

function opened(source: ByteSource): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(
      new SourceReader(source),
      source.sizeBytes,
      { lazyEntries: true, autoClose: false },
      (error, zip) => (error ? reject(broken()) : resolve(zip)),
    )
  })
}

function listed(zip: ZipFile, limits: ImportLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  let expandedBytes = 0
  return new Promise((resolve, reject) => {
    if (zip.entryCount > limits.entries) return reject(new DomainError('fileExpandsTooFar'))
    zip.on('error', () => reject(broken()))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      expandedBytes += entry.uncompressedSize
      const isBomb =
        entry.uncompressedSize > limits.expansionFreeBytes &&
        entry.uncompressedSize > entry.compressedSize * limits.expansionRatio
      if (isBomb || expandedBytes > limits.expandedBytes || entries.size >= limits.entries) {
        return reject(new DomainError('fileExpandsTooFar'))
      }
      entries.set(entry.fileName.toLowerCase(), entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

async function* textOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry || entry.isEncrypted()) throw broken()
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, readable) => (error ? reject(broken()) : resolve(readable)))
  })
  try {
    const decoder = new TextDecoder('utf-8')
    for await (const bytes of stream) yield decoder.decode(bytes, { stream: true })
    yield decoder.decode()
  } catch (error) {
    // What inflate and yauzl object to: the archive lies about itself.
    throw error instanceof DomainError ? error : broken()
  } finally {
    stream.destroy()
  }
}
