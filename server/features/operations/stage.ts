import { z } from 'zod'
import type { Operation } from '@/prisma/generated/client'

/** Where work stands, in a person's words: an import is checked before anything is written, and may have nothing to write. */
export type OperationStage = Operation['state'] | 'checking' | 'checked' | 'idle'

const file = z.object({ fileName: z.string() })
const check = z.object({ good: z.number() })

/** The file that the work reads; `null` where it reads none. */
export function fileNameOf({ input }: Pick<Operation, 'input'>): string | null {
  const parsed = file.safeParse(input)
  return parsed.success ? parsed.data.fileName : null
}

/** Rows that a check has found good; `null` where nothing was checked, or its rows have gone in since. */
export function goodRowsOf({ kind, step, state, result }: Pick<Operation, 'kind' | 'step' | 'state' | 'result'>) {
  if (kind !== 'customerImport' || step !== 'check' || (state !== 'ready' && state !== 'done')) return null
  const parsed = check.safeParse(result)
  return parsed.success ? parsed.data.good : 0
}

/** `checked` waits for the person's word; `idle` was checked too, but no row of it can go in. */
export function stageOf(operation: Pick<Operation, 'kind' | 'step' | 'state' | 'result'>): OperationStage {
  const good = goodRowsOf(operation)
  if (good !== null) return good > 0 ? 'checked' : 'idle'
  const { kind, step, state } = operation
  const isMoving = state === 'queued' || state === 'running'
  return kind === 'customerImport' && step === 'check' && isMoving ? 'checking' : state
}
