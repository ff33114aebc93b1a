import type { Actor, Target } from '@/server/access/decide'
import { copyOut } from '@/server/db/copy-out'
import { BYTE_ORDER_MARK, csvHeaders, csvRows } from '@/server/lib/csv'
import { todayIn } from '@/server/lib/days'
import type { CopyPlan } from './definition'
import { EXPORTS, type ExportKind } from './kinds'

/** What an export will hold, seen from a company. Refuses with invalidInput. */
export const planExport = (kind: ExportKind, actor: Actor, target: Target, input: unknown): CopyPlan =>
  EXPORTS[kind].plan(actor, target, input)

/**
 * The file as an answer: what spreadsheets want to see first, the headers, and then whatever the database gives, as fast as it
 * is taken. It has no limit of rows and is never held in memory. Refuses with databaseGone.
 */
export async function exportFile(
  plan: CopyPlan,
  scope: string,
  timeZone: string,
  signal: AbortSignal,
): Promise<Response> {
  const lines = await copyOut(scope, plan, signal)
  const chunks: AsyncIterator<Uint8Array> = lines[Symbol.asyncIterator]()
  const file = new ReadableStream<Uint8Array>({
    start: (out) => out.enqueue(new TextEncoder().encode(BYTE_ORDER_MARK + csvRows([plan.headers]))),
    async pull(out) {
      const { done, value } = await chunks.next()
      if (done) out.close()
      else out.enqueue(value)
    },
    cancel: () => void lines.destroy(),
  })
  return new Response(file, { headers: csvHeaders(`${plan.fileName}-${todayIn(timeZone)}.csv`) })
}
