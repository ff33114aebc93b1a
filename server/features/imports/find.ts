import type { Operation } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { DomainError } from '@/server/lib/errors'
import { type ImportInput, importInput } from './schema'

export type Import = Operation & { about: ImportInput }

/** What an operation knows about its import. */
export const inputOf = (operation: Pick<Operation, 'input'>): ImportInput => importInput.parse(operation.input)

/** One's own imports; an administrator sees those of the company, but not of companies below: they are theirs. */
export const visibleImports = (actor: Actor) => ({
  kind: 'customerImport' as const,
  scope: actor.scope,
  ...(actor.role === 'administrator' ? {} : { requestedBy: actor.accountId }),
})

/** Refuses with notFound. */
export async function findImport(tx: Tx, actor: Actor, operationId: string): Promise<Import> {
  const operation = await tx.operation.findFirst({ where: { id: operationId, ...visibleImports(actor) } })
  if (!operation) throw new DomainError('notFound')
  return { ...operation, about: inputOf(operation) }
}
