/** The body of a request as text, or null when it has more than `bytesMax`: reading stops there, whatever the header says. */
export async function limitedBody(request: Request, bytesMax: number): Promise<string | null> {
  const reader = request.body?.getReader()
  if (!reader) return ''
  const pieces: Uint8Array[] = []
  let bytes = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    bytes += piece.value.byteLength
    if (bytes > bytesMax) {
      await reader.cancel()
      return null
    }
    pieces.push(piece.value)
  }
  return Buffer.concat(pieces).toString('utf8')
}
