import { TRPCError } from '@trpc/server'
import type { Privilege } from '@/server/access/privileges'
import type { Mode } from '@/server/db/scoped'
import { DomainError, ERRORS } from '@/server/lib/errors'
import { asTransport } from './init'
import { type Granted, withPrivilege } from './procedures'
import { currentContext } from './request-context'

const STATUS: Record<(typeof ERRORS)[keyof typeof ERRORS], number> = {
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
}

/** The answer, or what makes it once the transaction is over: a long stream must not hold one open. */
type Answer = Response | (() => Promise<Response>)

type Handler = ((request: Request) => Promise<Response>) & { privilege: Privilege }

/**
 * A route handler with a privilege: for streams that tRPC cannot carry (files up and down). `?companyId=` moves the reach.
 * Changing handlers (`write`) demand the console's own origin.
 */
export function route(
  privilege: Privilege,
  mode: Mode,
  handle: (request: Request, granted: Granted) => Promise<Answer>,
): Handler {
  const handler = async (request: Request): Promise<Response> => {
    const ctx = await currentContext()
    try {
      if (mode === 'write' && !isSameOrigin(request)) throw new DomainError('notAllowed', { privilege })
      const companyId = new URL(request.url).searchParams.get('companyId') ?? undefined
      const answer = await withPrivilege(ctx, privilege, companyId, mode, (granted) => handle(request, granted))
      return answer instanceof Response ? answer : await answer()
    } catch (error) {
      return refusalResponse(error, ctx.requestId)
    }
  }
  return Object.assign(handler, { privilege })
}

function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = request.headers.get('origin')
  return origin !== null && new URL(origin).host === request.headers.get('host')
}

function refusalResponse(error: unknown, requestId: string): Response {
  const transport = asTransport(error)
  const cause = transport instanceof TRPCError ? transport.cause : null
  if (cause instanceof DomainError) {
    return Response.json(
      { refusal: { code: cause.code, params: cause.params } },
      { status: STATUS[ERRORS[cause.code]] },
    )
  }
  console.error(`[${requestId}]`, error)
  return Response.json({ refusal: { code: 'internal', params: {}, errorId: requestId } }, { status: 500 })
}
