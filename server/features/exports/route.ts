import { DomainError } from '@/server/lib/errors'
import { route } from '@/server/trpc/route'
import { exportFile, planExport } from './file'
import { EXPORTS, type ExportKind } from './kinds'

/** Ids of a selection fit, and nothing that could hurt. */
const INPUT_BYTES_MAX = 256 * 1024

/**
 * The route of an export kind, for GET (`?input=<json>`) and POST (a form with the field `input`): rights are decided and the
 * input is checked in a transaction, the file is streamed after it.
 */
export const exportRoute = (kind: ExportKind) =>
  route(EXPORTS[kind].privilege, 'read', async (request, { actor, target }) => {
    const plan = planExport(kind, actor, target, await inputOf(request))
    return () => exportFile(plan, target.scope, actor.timeZone, request.signal)
  })

async function inputOf(request: Request): Promise<unknown> {
  const text = request.method === 'POST' ? await formInput(request) : new URL(request.url).searchParams.get('input')
  try {
    return text === null ? {} : JSON.parse(text)
  } catch {
    throw new DomainError('invalidInput')
  }
}

async function formInput(request: Request): Promise<string | null> {
  const length = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY)
  if (!(length <= INPUT_BYTES_MAX)) throw new DomainError('tooLarge')
  const form = await request.formData().catch(() => null)
  const input = form?.get('input') ?? null
  return typeof input === 'string' ? input : null
}
