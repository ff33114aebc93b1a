import type { Operation, OperationKind } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Privilege } from '@/server/access/privileges'

/** What a step leaves behind: more to do, all done, or waiting for a person (`ready`). */
export type StepOutcome = 'more' | 'done' | 'ready'

export type OperationDefinition = {
  /** Checked when the work is asked for, and again before each step. */
  privilege: Privilege
  /** Does one chunk in transactions of its own (`inScope(operation.scope, …)`); repeating it must change nothing more. */
  step: (operation: Operation, actor: Actor) => Promise<StepOutcome>
}

export type OperationRegistry = Record<OperationKind, OperationDefinition>
