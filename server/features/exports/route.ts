import { copyOut } from '@/server/db/copy-out'
import { BYTE_ORDER_MARK, csvHeaders, csvRows } from '@/server/lib/csv'
import { todayIn } from '@/server/lib/days'
import { DomainError } from '@/server/lib/errors'
import { route } from '@/server/trpc/route'
import type { CopyPlan } from './definition'
import { EXPORTS, type ExportKind } from './kinds'

/** Ids of a selection fit, and nothing that could hurt. */
const INPUT_BYTES_MAX = 256 * 1024

/**
 * The route of an export kind, for GET (`?input=<json>`) and POST (a form with the field `input`): rights are decided and the
 * input is checked in a transaction, the file is streamed after it. It has no limit of rows and is never held in memory.
 */
export const exportRoute = (kind: ExportKind) =>
  route(EXPORTS[kind].privilege, 'read', async (request, { actor, target }) => {
    const plan = EXPORTS[kind].plan(actor, target, await inputOf(request))
    const fileName = `${plan.fileName}-${todayIn(actor.timeZone)}.csv`
    return async () => new Response(await body(plan, target.scope, request.signal), { headers: csvHeaders(fileName) })
  })

async function inputOf(request: Request): Promise<unknown> {
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > INPUT_BYTES_MAX) throw new DomainError('tooLarge')
  const text =
    request.method === 'POST'
      ? (await request.formData().catch(() => new FormData())).get('input')
      : new URL(request.url).searchParams.get('input')
  try {
    return text === null ? {} : JSON.parse(String(text))
  } catch {
    throw new DomainError('invalidInput')
  }
}

/** The file: what spreadsheets want to see first, the headers, and then whatever the database gives, as fast as it is taken. */
async function body(plan: CopyPlan, scope: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const lines = await copyOut(scope, plan.select, signal)
  const chunks: AsyncIterator<Uint8Array> = lines[Symbol.asyncIterator]()
  return new ReadableStream({
    start: (file) => file.enqueue(new TextEncoder().encode(BYTE_ORDER_MARK + csvRows([plan.headers]))),
    async pull(file) {
      const { done, value } = await chunks.next()
      if (done) file.close()
      else file.enqueue(value)
    },
    cancel: () => void lines.destroy(),
  })
}
