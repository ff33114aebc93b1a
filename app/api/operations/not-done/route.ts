import { notDoneFile } from '@/server/features/operations/not-done'
import { operationRef } from '@/server/features/operations/schema'
import { csvHeaders } from '@/server/lib/csv'
import { DomainError } from '@/server/lib/errors'
import { route } from '@/server/trpc/route'

/** What an operation did not do, as CSV: `?operationId=`. */
export const GET = route('operation.view', 'read', async (request, { tx, actor }) => {
  const input = operationRef.safeParse({ operationId: new URL(request.url).searchParams.get('operationId') })
  if (!input.success) throw new DomainError('invalidInput')
  const { fileName, text } = await notDoneFile(tx, actor, input.data)
  return new Response(text, { headers: csvHeaders(fileName) })
})
