import { z } from 'zod'
import type { Actor } from '@/server/access/decide'
import { inScope } from '@/server/db/scoped'
import { DomainError } from '@/server/lib/errors'
import { route } from '@/server/trpc/route'
import { receivePiece } from './commands'
import { IMPORT_LIMITS } from './read/limits'

const place = z.object({ operationId: z.uuid(), seq: z.coerce.number().int().min(0).max(10_000) })

/**
 * `PUT ?operationId=…&seq=…` with the bytes of one piece of a file. Rights are decided first, the body is read outside of any
 * transaction (a phone may take its time), and a transaction of its own keeps it. Sent again, it is the same piece.
 */
export const putPiece = route('customer.import', 'write', async (request, { actor, target }) => {
  const found = place.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!found.success || target.scope !== actor.scope) throw new DomainError('notFound')
  return async () => {
    const bytes = await bodyOf(request, IMPORT_LIMITS.pieceBytes)
    await keep(actor, { ...found.data, bytes })
    return new Response(null, { status: 204 })
  }
})

const keep = (actor: Actor, piece: Parameters<typeof receivePiece>[2]): Promise<void> =>
  inScope(actor.scope, 'write', (tx) => receivePiece(tx, actor, piece))

/** The bytes of a body, held to a limit while they come. Refuses with tooLarge. */
async function bodyOf(request: Request, bytesMax: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw new DomainError('tooLarge')
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > bytesMax) throw new DomainError('tooLarge')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
