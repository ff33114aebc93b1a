import type { Operation } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import { inScope } from '@/server/db/scoped'
import type { OperationDefinition, StepOutcome } from '@/server/features/operations/kinds'
import { DomainError } from '@/server/lib/errors'
import { checkStep } from './check-step'
import { writeStep } from './write-step'

/** An import is two pieces of work with a person in between: the check ends `ready`, the writing `done`. */
async function step(operation: Operation, actor: Actor): Promise<StepOutcome> {
  try {
    return operation.step === 'write' ? await writeStep(operation, actor) : await checkStep(operation)
  } catch (error) {
    if (error instanceof DomainError) await keepFigures(operation, error)
    throw error
  }
}

/** The figures of the refusal (which line, which limit) stay with the operation, beside its code. */
const keepFigures = (operation: Operation, { params }: DomainError): Promise<unknown> =>
  inScope(operation.scope, 'write', (tx) =>
    tx.operation.updateMany({ where: { id: operation.id }, data: { result: { params } } }),
  )

export const importCustomers: OperationDefinition = { privilege: 'customer.import', step }
