import type { Operation } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { DomainError } from '@/server/lib/errors'
import { type ImportInput, importInput } from './schema'

export type Import = Operation & { about: ImportInput }

/** What an operation knows about its import. */
export const inputOf = (operation: Pick<Operation, 'input'>): ImportInput => importInput.parse(operation.input)

/** An import of one's own, or, for an administrator, of one's company. Refuses with notFound. */
export async function findImport(tx: Tx, actor: Actor, operationId: string): Promise<Import> {
  const mine = actor.role === 'administrator' ? {} : { requestedBy: actor.accountId }
  const operation = await tx.operation.findFirst({
    where: { id: operationId, kind: 'customerImport', scope: actor.scope, ...mine },
  })
  if (!operation) throw new DomainError('notFound')
  return { ...operation, about: inputOf(operation) }
}
