import { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { translator } from '@/server/i18n/translator'
import { BYTE_ORDER_MARK, csvRows } from '@/server/lib/csv'
import { itemsByName, type NamedItem } from './items-by-name'
import { getOperation } from './queries'

const PAGE = 20_000

/**
 * The targets of an operation that were refused, failed or not reached, with the reason in the person's language, as a CSV file.
 * Refuses with notFound.
 */
export async function notDoneFile(tx: Tx, actor: Actor, { operationId }: { operationId: string }) {
  const operation = await getOperation(tx, actor, { operationId })
  const t = translator(actor.locale, 'operations')
  const header = (['name', 'state', 'reason', 'code', 'id'] as const).map((column) => t(`notDone.column.${column}`))
  const pieces = [BYTE_ORDER_MARK, csvRows([header])]
  for await (const items of pagesOf(tx, operationId)) {
    pieces.push(
      csvRows(items.map((item) => [item.name, t(`item.${item.state}`), reasonOf(actor, item), item.code, item.ref])),
    )
  }
  const fileName = `${t('notDone.file')}-${operation.createdAt.slice(0, 10)}.csv`
  return { fileName, text: pieces.join('') }
}

async function* pagesOf(tx: Tx, operationId: string): AsyncGenerator<NamedItem[]> {
  for (let after: string | undefined; ; ) {
    const items = await itemsByName(tx, operationId, { condition: Prisma.sql`i.state <> 'done'`, after, limit: PAGE })
    if (items.length > 0) yield items
    const last = items.at(-1)
    if (!last || items.length < PAGE) return
    after = last.ref
  }
}

function reasonOf(actor: Actor, { code, params }: NamedItem): string {
  if (code === null) return ''
  const figures = Object.entries(typeof params === 'object' && params !== null ? params : {}).filter(
    (entry): entry is [string, string | number] => ['string', 'number'].includes(typeof entry[1]),
  )
  return translator(actor.locale, 'errors')(code, Object.fromEntries(figures))
}
