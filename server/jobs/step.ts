import type { Operation, OperationState, Prisma } from '@/prisma/generated/client'
import { type Actor, decide, type Target } from '@/server/access/decide'
import { actorOfAccount } from '@/server/auth/account-actor'
import { asSystem } from '@/server/db/system'
import type { ErrorCode } from '@/server/lib/errors'
import { DomainError } from '@/server/lib/errors'
import { OPERATIONS } from './operations'

const OVER: readonly OperationState[] = ['done', 'failed', 'cancelled']
const idIn = (payload: Prisma.JsonObject): string => String(payload.operationId)

/**
 * One step of an operation: cancellation first, then the rights of the person who asked, as they are now, then the work.
 * Everything it changes stands in the operation's own rows, so a killed worker's step is simply taken again.
 */
export async function stepOperation(payload: Prisma.JsonObject): Promise<'finished' | { againAfterSeconds: number }> {
  const loaded = await asSystem((tx) => load(tx, idIn(payload)))
  if (!loaded || OVER.includes(loaded.operation.state) || ['draft', 'ready'].includes(loaded.operation.state))
    return 'finished'
  const { operation, actor, target } = loaded
  if (operation.cancelRequested) return end(operation, 'cancelled')
  const definition = OPERATIONS[operation.kind]
  if (!definition) throw new Error(`no definition for ${operation.kind}`)
  const allowed = decide(actor, definition.privilege, target)
  if (!actor || !allowed.ok) return end(operation, 'failed', allowed.ok ? 'notAllowed' : allowed.code)
  await asSystem((tx) =>
    tx.operation.updateMany({
      where: { id: operation.id, state: 'queued' },
      data: { state: 'running', ...(operation.startedAt ? {} : { startedAt: new Date() }) },
    }),
  )
  try {
    const outcome = await definition.step(operation, actor)
    if (outcome === 'more') return { againAfterSeconds: 0 }
    return end(operation, outcome)
  } catch (error) {
    // A refusal is an answer, not an accident: it would be the same at the next attempt.
    if (error instanceof DomainError && !['databaseGone', 'busy'].includes(error.code))
      return end(operation, 'failed', error.code)
    throw error
  }
}

async function load(tx: Prisma.TransactionClient, id: string) {
  const operation = await tx.operation.findUnique({ where: { id } })
  if (!operation) return null
  const actor: Actor | null = await actorOfAccount(tx, operation.requestedBy)
  return { operation, actor, target: await targetAt(tx, actor, operation.targetScope) }
}

async function targetAt(tx: Prisma.TransactionClient, actor: Actor | null, scope: string): Promise<Target | null> {
  if (!actor) return null
  if (scope === actor.scope) return { scope, kind: actor.kind, chain: actor.chain }
  const company = await tx.company.findUnique({ where: { scope }, include: { parent: true } })
  if (!company) return null
  const below = [company.parent, company].filter((link) => link !== null && link.scope.length > actor.scope.length)
  const links = below.flatMap((link) => (link ? [{ id: link.id, kind: link.kind, status: link.status }] : []))
  return { scope, kind: company.kind, chain: [...actor.chain, ...links] }
}

async function end(operation: Operation, state: 'done' | 'ready' | 'failed' | 'cancelled', errorCode?: ErrorCode) {
  const over = state === 'ready' ? {} : { finishedAt: new Date() }
  await asSystem((tx) =>
    tx.operation.updateMany({
      where: { id: operation.id, state: { in: ['queued', 'running'] } },
      data: { state, ...over, ...(errorCode ? { errorCode } : {}) },
    }),
  )
  return 'finished' as const
}

/** After the last attempt: the person sees that it failed, and with which code. */
export async function failOperation(payload: Prisma.JsonObject, error: unknown): Promise<void> {
  const code: ErrorCode = error instanceof DomainError ? error.code : 'internal'
  await asSystem((tx) =>
    tx.operation.updateMany({
      where: { id: idIn(payload), state: { in: ['queued', 'running'] } },
      data: { state: 'failed', errorCode: code, finishedAt: new Date() },
    }),
  )
}
