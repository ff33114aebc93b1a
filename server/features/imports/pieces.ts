import type { Tx } from '@/server/db/client'
import { inScope } from '@/server/db/scoped'
import { DomainError } from '@/server/lib/errors'
import { IMPORT_LIMITS } from './read/limits'
import type { ByteSource } from './read/source'

type Ref = { scope: string; id: string }

export const pieceCount = (sizeBytes: number): number => Math.ceil(sizeBytes / IMPORT_LIMITS.pieceBytes)

/** How many bytes piece `seq` of a file has, counting from 0; 0 when there is no such piece. */
export const bytesOfPiece = (sizeBytes: number, seq: number): number =>
  Math.max(0, Math.min(IMPORT_LIMITS.pieceBytes, sizeBytes - seq * IMPORT_LIMITS.pieceBytes))

/** Keeps a piece; sent again, it is the same piece. */
export async function keepPiece(tx: Tx, { scope, id }: Ref, seq: number, bytes: Uint8Array): Promise<void> {
  await tx.$executeRaw`
    insert into import_piece (scope, operation_id, seq, bytes) values (${scope}, ${id}::uuid, ${seq}, ${bytes})
    on conflict (operation_id, seq) do update set bytes = excluded.bytes`
}

export async function arrivedBytes(tx: Tx, { id }: Ref): Promise<number> {
  const [row] = await tx.$queryRaw<{ bytes: number }[]>`
    select coalesce(sum(octet_length(bytes)), 0)::float8 as bytes from import_piece where operation_id = ${id}::uuid`
  return row?.bytes ?? 0
}

export const dropPieces = (tx: Tx, { id }: Ref): Promise<unknown> =>
  tx.importPiece.deleteMany({ where: { operationId: id } })

/** An uploaded file as a source of bytes, read inside a running transaction. */
export const sourceInside = (tx: Tx, operation: Ref, sizeBytes: number): ByteSource =>
  sourceBy((seq) => fetchPiece(tx, operation, seq), sizeBytes)

/** The same for the worker: a short transaction for each piece. */
export const sourceOutside = (operation: Ref, sizeBytes: number): ByteSource =>
  sourceBy((seq) => inScope(operation.scope, 'read', (tx) => fetchPiece(tx, operation, seq)), sizeBytes)

async function fetchPiece(tx: Tx, { id }: Ref, seq: number): Promise<Buffer> {
  const piece = await tx.importPiece.findUnique({
    where: { operationId_seq: { operationId: id, seq } },
    select: { bytes: true },
  })
  if (!piece) throw new DomainError('fileIncomplete')
  return Buffer.from(piece.bytes.buffer, piece.bytes.byteOffset, piece.bytes.byteLength)
}

/** A workbook is read in small steps here and there: the last piece is kept at hand. */
function sourceBy(fetch: (seq: number) => Promise<Buffer>, sizeBytes: number): ByteSource {
  const { pieceBytes } = IMPORT_LIMITS
  let held: { seq: number; bytes: Buffer } | null = null
  const piece = async (seq: number): Promise<Buffer> => {
    if (held?.seq !== seq) held = { seq, bytes: await fetch(seq) }
    return held.bytes
  }
  return {
    sizeBytes,
    async *read(start = 0, end = sizeBytes) {
      for (let at = start; at < end; ) {
        const seq = Math.floor(at / pieceBytes)
        const from = at - seq * pieceBytes
        const bytes = (await piece(seq)).subarray(from, Math.min(pieceBytes, end - seq * pieceBytes))
        if (bytes.length === 0) throw new DomainError('fileIncomplete')
        yield bytes
        at += bytes.length
      }
    },
  }
}
