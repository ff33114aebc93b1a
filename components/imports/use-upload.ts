'use client'

import { useRef, useState } from 'react'
import { useTRPCClient } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import type { RefusalShape } from '@/server/trpc/init'

export type Upload = { sentBytes: number; totalBytes: number }

/** A piece is sent again this often when the connection fails: it is the same piece. */
const TRIES = 3

/** Sends a file piece by piece, so that it can be watched and stopped, and no request is large. */
export function useUpload(onArrived: (operationId: string) => void) {
  const trpc = useTRPCClient()
  const refusal = useRefusal()
  const [upload, setUpload] = useState<Upload | null>(null)
  const [error, setError] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)

  async function send(file: File, parentId: string | undefined): Promise<void> {
    const stop = new AbortController()
    running.current = stop
    setError(null)
    setUpload({ sentBytes: 0, totalBytes: file.size })
    try {
      const { operationId, pieceBytes } = await trpc.imports.begin.mutate({
        fileName: file.name,
        sizeBytes: file.size,
        ...(parentId ? { parentId } : {}),
      })
      for (let seq = 0; seq * pieceBytes < file.size; seq++) {
        const piece = file.slice(seq * pieceBytes, (seq + 1) * pieceBytes)
        const refused = await sendPiece(operationId, seq, piece, stop.signal)
        if (refused) throw new Refused(refused)
        setUpload({ sentBytes: Math.min(file.size, (seq + 1) * pieceBytes), totalBytes: file.size })
      }
      const arrived = await trpc.imports.completeUpload.mutate({ operationId })
      if (!arrived.ok) throw new Refused({ code: arrived.code, params: arrived.params })
      onArrived(operationId)
    } catch (thrown) {
      setUpload(null)
      if (stop.signal.aborted) return
      setError(
        thrown instanceof Refused ? refusal.ofCode(thrown.refusal.code, thrown.refusal.params) : refusal.of(thrown),
      )
    }
  }

  return {
    upload,
    error,
    send: (file: File, parentId?: string) => void send(file, parentId),
    stop: () => running.current?.abort(),
    /** Another file: what was wrong with the last one is past. */
    forgetError: () => setError(null),
  }
}

class Refused extends Error {
  constructor(readonly refusal: Pick<RefusalShape, 'code' | 'params'>) {
    super(refusal.code)
  }
}

/** Null when it was kept, else why not. Throws when no answer came at all. */
async function sendPiece(operationId: string, seq: number, piece: Blob, signal: AbortSignal) {
  const address = `/api/imports/pieces?operationId=${operationId}&seq=${seq}`
  for (let tried = 1; ; tried++) {
    try {
      const answer = await fetch(address, { method: 'PUT', body: piece, signal })
      if (answer.ok) return null
      const body: { refusal?: Pick<RefusalShape, 'code' | 'params'> } = await answer.json()
      return body.refusal ?? { code: 'internal' as const, params: { errorId: '' } }
    } catch (error) {
      if (signal.aborted || tried === TRIES) throw error
    }
  }
}
