import type { Actor } from '@/server/access/decide'
import { inScope } from '@/server/db/scoped'
import { translator } from '@/server/i18n/translator'
import { BYTE_ORDER_MARK, csvHeaders, csvRows } from '@/server/lib/csv'
import { DomainError } from '@/server/lib/errors'
import { route } from '@/server/trpc/route'
import { findImport, type Import } from './find'
import { type LeftOut, leftOut } from './queries'
import { importRef } from './schema'
import { placedSentence, type Speakers } from './sentences'

const ROWS_A_READ = 1000

/** `GET ?operationId=…`: the rows that did not go in, their lines and why, with the columns of the file: as CSV, to be mended and sent again. */
export const getErrors = route('customer.import', 'read', async (request, { tx, actor, target }) => {
  const found = importRef.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!found.success || target.scope !== actor.scope) throw new DomainError('notFound')
  const operation = await findImport(tx, actor, found.data.operationId)
  const t = translator(actor.locale, 'imports')
  const name = operation.about.fileName.replace(/\.[^.]*$/, '')
  return async () =>
    new Response(errorFile(actor, operation), { headers: csvHeaders(`${name}-${t('errorsFile')}.csv`) })
})

/** Read page by page, each in a short transaction, as fast as the browser takes it. */
function errorFile(actor: Actor, operation: Import): ReadableStream<Uint8Array> {
  const speakers: Speakers = {
    field: translator(actor.locale, 'imports.field'),
    problem: translator(actor.locale, 'imports.problem'),
    form: translator(actor.locale, 'errors.field'),
  }
  const t = translator(actor.locale, 'imports')
  const { headings } = operation.about
  const text = new TextEncoder()
  let after = 0
  return new ReadableStream({
    start: (file) => file.enqueue(text.encode(BYTE_ORDER_MARK + csvRows([[t('line'), t('reason'), ...headings]]))),
    async pull(file) {
      const rows = await inScope(actor.scope, 'read', (tx) => leftOut(tx, operation.id, after, ROWS_A_READ))
      if (rows.length > 0) file.enqueue(text.encode(csvRows(rows.map((row) => lineOf(row, speakers)))))
      after = rows.at(-1)?.line ?? after
      if (rows.length < ROWS_A_READ) file.close()
    },
  })
}

/** The line, all that is wrong, and the cells as they stand in the file: also those that have no heading. */
function lineOf({ line, cells, problems }: LeftOut, speakers: Speakers): (string | number)[] {
  const errors = (problems ?? []).filter(({ warning }) => !warning)
  return [line, errors.map((problem) => placedSentence(speakers, problem)).join(' '), ...cells]
}
