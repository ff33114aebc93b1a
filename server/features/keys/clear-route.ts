import type { Actor, Target } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { record } from '@/server/features/log/record'
import { translator } from '@/server/i18n/translator'
import { BYTE_ORDER_MARK, csvHeaders, csvRows } from '@/server/lib/csv'
import { todayIn } from '@/server/lib/days'
import { DomainError } from '@/server/lib/errors'
import { route } from '@/server/trpc/route'
import { keysFile } from './export'
import { keyText } from './form'
import { STATUS, selectionCondition } from './list-sql'
import { KEYS_MAX, type KeyStatus } from './rules'
import type { KeySelection } from './schema'
import { unseal } from './vault'

const INPUT_BYTES_MAX = 256 * 1024

/**
 * `POST` (a form with the field `input`): keys in clear as a file, at most as many as are generated at once; the log says who
 * took how many. Refuses with invalidInput, tooLarge, selectionTooLarge (max), nothingSelected.
 */
export const postClearKeys = route(
  'key.create',
  'write',
  async (request, { tx, actor, target, address, requestId }) => {
    const input = keysFile.safeParse(await inputOf(request))
    if (!input.success) throw new DomainError('invalidInput')
    const rows = await clearRows(tx, { actor, target }, input.data.selection)
    await record(
      tx,
      actor,
      {
        scope: target.scope,
        action: 'key.view',
        targetType: 'key',
        targetId: rows[0]?.id ?? '',
        targetName: '',
        after: { revealed: true, count: rows.length },
      },
      { address, requestId },
    )
    const t = translator(actor.locale, 'keys.file')
    const head = (['key', 'plan', 'units', 'redemptions', 'redeemed', 'status', 'expires', 'batch'] as const).map(
      (column) => t(`column.${column}`),
    )
    const lines = rows.map((row) => [
      keyText(unseal(row)),
      ...[row.plan, row.units, row.redemptions, row.redeemed, t(`status.${row.status}`), row.expiresOn, row.batch],
    ])
    const text = BYTE_ORDER_MARK + csvRows([head, ...lines])
    return new Response(text, { headers: csvHeaders(`${t('fileNameClear')}-${todayIn(actor.timeZone)}.csv`) })
  },
)

async function inputOf(request: Request): Promise<unknown> {
  const length = Number(request.headers.get('content-length') ?? Number.POSITIVE_INFINITY)
  if (!(length <= INPUT_BYTES_MAX)) throw new DomainError('tooLarge')
  const input = (await request.formData().catch(() => null))?.get('input') ?? null
  try {
    return typeof input === 'string' ? JSON.parse(input) : {}
  } catch {
    throw new DomainError('invalidInput')
  }
}

type ClearRow = {
  id: string
  sealed: Uint8Array
  lookup: Uint8Array
  plan: string
  units: number
  redemptions: number
  redeemed: number
  status: KeyStatus
  expiresOn: string | null
  batch: string
}

async function clearRows(
  tx: Tx,
  { actor, target }: { actor: Actor; target: Target },
  selection: KeySelection,
): Promise<ClearRow[]> {
  const condition = selectionCondition({ scope: target.scope, timeZone: actor.timeZone }, selection)
  const rows = await tx.$queryRaw<ClearRow[]>`
    select k.id, k.sealed, k.lookup, p.name as plan, k.units, k.redemptions, k.redeemed, ${STATUS} as status,
      k.expires_on::text as "expiresOn", k.batch
    from registration_key k join service_plan p on p.id = k.plan_id
    where ${condition} order by k.id desc limit ${KEYS_MAX + 1}`
  if (rows.length > KEYS_MAX) throw new DomainError('selectionTooLarge', { max: KEYS_MAX })
  if (rows.length === 0) throw new DomainError('nothingSelected')
  return rows
}
