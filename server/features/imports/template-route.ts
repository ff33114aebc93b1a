import { translator } from '@/server/i18n/translator'
import { BYTE_ORDER_MARK, csvHeaders, csvRows } from '@/server/lib/csv'
import { route } from '@/server/trpc/route'
import { IMPORT_FIELD_KEYS } from './fields'

/** An empty file with every column that an import understands, named in the reader's language. */
export const getTemplate = route('customer.import', 'read', async (_request, { actor }) => {
  const t = translator(actor.locale, 'imports')
  const field = translator(actor.locale, 'imports.field')
  const line = csvRows([IMPORT_FIELD_KEYS.map((key) => field(key))])
  return new Response(BYTE_ORDER_MARK + line, { headers: csvHeaders(`${t('templateFile')}.csv`) })
})
