import { TRPCError } from '@trpc/server'
import { ZodRealError } from 'zod'
import { type Actor, decide, type Target } from '@/server/access/decide'
import { type Privilege, privilegeRow } from '@/server/access/privileges'
import type { Tx } from '@/server/db/client'
import { inScope, type Mode, narrow } from '@/server/db/scoped'
import { findTarget } from '@/server/features/companies/target'
import { recordRefusal } from '@/server/features/log/record'
import { uncarriablePath } from '@/server/lib/carriable'
import { DomainError } from '@/server/lib/errors'
import { demand } from '@/server/lib/result'
import type { Context } from './context'
import { asTransport, t } from './init'

/** What a procedure or route born with a privilege works with: the actor, the company acted on, and a transaction inside its walls. */
export type Granted = { actor: Actor; target: Target; tx: Tx; requestId: string; address: string }

/**
 * Decides, then runs `fn` in a transaction that sees the target and what is below it. The target is the company `companyId`
 * names, or the actor's own. Refuses with the codes of `decide`; refused changes are written to the administration log.
 */
export async function withPrivilege<T>(
  ctx: Context,
  privilege: Privilege,
  companyId: unknown,
  mode: Mode,
  fn: (granted: Granted) => Promise<T>,
): Promise<T> {
  const { actor } = ctx
  if (!actor) throw new DomainError('signedOut')
  const own: Target = { scope: actor.scope, kind: actor.kind, chain: actor.chain }
  const isOwn = companyId === undefined || companyId === null || companyId === actor.companyId
  try {
    if (isOwn) demand(decide(actor, privilege, own))
    return await inScope(actor.scope, mode, async (tx) => {
      const target = isOwn ? own : await findTarget(tx, actor, companyId)
      if (!isOwn) demand(decide(actor, privilege, target))
      if (!target) throw new DomainError('notFound')
      await narrow(tx, actor.scope, target.scope)
      return fn({ actor, target, tx, requestId: ctx.requestId, address: ctx.address })
    })
  } catch (error) {
    const isRefused =
      error instanceof DomainError &&
      ['notAllowed', 'companySuspended', 'targetSuspended', 'targetCancelled'].includes(error.code)
    if (isRefused && privilegeRow(privilege).access === 'write')
      await recordRefusal(ctx, actor, privilege, companyId, error.code)
    throw error
  }
}

/** Gives refusals their transport code, and logs what nobody expected under the request's id. */
const base = t.procedure.use(async ({ ctx, next, path }) => {
  const result = await next()
  if (result.ok) return result
  const error = asTransport(result.error)
  if (result.error.code === 'INTERNAL_SERVER_ERROR' && error === result.error) {
    console.error(`[${ctx.requestId}] ${path}`, result.error.cause ?? result.error)
  }
  throw error
})

/** Refuses what no field could hold, before any schema looks at it. */
const carriable = t.middleware(async ({ getRawInput, next }) => {
  const path = uncarriablePath(await getRawInput())
  if (path !== null) {
    const issue = { code: 'custom' as const, path: path.split('.'), message: 'control', input: undefined }
    throw new TRPCError({ code: 'BAD_REQUEST', cause: new ZodRealError([issue]) })
  }
  return next()
})

/** The company that an input names, as it came. */
const companyIn = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null && 'companyId' in raw ? raw.companyId : undefined

/**
 * A procedure with a privilege. It is decided before the handler's own input is parsed; the optional input `companyId` moves
 * the reach down the tree. Queries run read-only.
 */
export const may = (privilege: Privilege) =>
  base
    .meta({ privilege })
    .use(async ({ ctx, next, getRawInput, type }) => {
      const companyId = companyIn(await getRawInput())
      return withPrivilege(ctx, privilege, companyId, type === 'query' ? 'read' : 'write', async (granted) => {
        const result = await next({ ctx: granted })
        // tRPC's next() does not throw: without this the transaction would commit half-done work.
        if (!result.ok) throw result.error.cause instanceof DomainError ? result.error.cause : result.error
        return result
      })
    })
    .use(carriable)

/** The same for what is known of the actor alone: no transaction, since nothing is read. Every page asks such a thing. */
export const mayAlone = (privilege: Privilege) =>
  base
    .meta({ privilege })
    .use(async ({ ctx, next, getRawInput }) => {
      const companyId = companyIn(await getRawInput())
      if (!ctx.actor || companyId !== undefined) {
        return withPrivilege(ctx, privilege, companyId, 'read', ({ actor }) => next({ ctx: { actor } }))
      }
      demand(decide(ctx.actor, privilege, ctx.actor))
      return next({ ctx: { actor: ctx.actor } })
    })
    .use(carriable)

/** A procedure that anybody may call. The list of them is fixed and tested (guards/procedures.test.ts). */
export const open = (reason: string) => base.meta({ open: reason }).use(carriable)

export const router = t.router
