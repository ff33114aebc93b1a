/** A file that can be read from anywhere: a CSV from its beginning, a workbook from its end. */
export type ByteSource = {
  sizeBytes: number
  /** The bytes from `start` up to `end` (exclusive, default: the file's end), in pieces. */
  read: (start?: number, end?: number) => AsyncIterable<Buffer>
}

/** A file that is in memory. */
export const sourceOf = (bytes: Buffer, pieceBytes = 64 * 1024): ByteSource => ({
  sizeBytes: bytes.length,
  async *read(start = 0, end = bytes.length) {
    for (let at = start; at < end; at += pieceBytes) yield bytes.subarray(at, Math.min(at + pieceBytes, end))
  },
})

/** The first bytes of a file, at most `max`. */
export async function firstBytes(source: ByteSource, max: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of source.read(0, Math.min(max, source.sizeBytes))) pieces.push(piece)
  return Buffer.concat(pieces)
}
