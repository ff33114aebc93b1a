'use client'

import { CircleX, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import type { BulkAction } from '@/components/table/types'
import { useRefusal } from '@/components/trpc/refusal'
import type { KeyRow } from '@/server/features/keys/queries'
import { mayCancel, mayRemove } from '@/server/features/keys/rules'
import type { KeySelectionInput } from '@/server/features/keys/schema'
import type { Decision } from '@/server/lib/result'
import type { KeyList } from './use-key-list'

const CancelDialog = lazy(() => import('./cancel-dialog').then((m) => ({ default: m.CancelDialog })))
const RemoveDialog = lazy(() => import('./remove-dialog').then((m) => ({ default: m.RemoveDialog })))

type Asking = { what: 'cancel' | 'remove'; id: string; selection: KeySelectionInput }

const ruled = ({ redemptions, redeemed, expiresOn, cancelledAt }: KeyRow) => ({
  redemptions,
  redeemed,
  expiresOn,
  isCancelled: cancelledAt !== null,
})

/** What can be done with selected keys, and the dialog that asks first. Draw `dialog` beside the table. */
export function useKeyActions(list: KeyList, onDone: () => void): { actions: BulkAction[]; dialog: ReactNode } {
  const t = useTranslations('keys')
  const refusal = useRefusal()
  const can = useCan()
  const [asking, setAsking] = useState<Asking | null>(null)
  const { selection, rows, picked, pickedCount } = list
  const atHand = selection.kind === 'ids' ? rows.data?.rows.filter(({ id }) => selection.ids.includes(id)) : undefined
  const known = atHand?.length === pickedCount ? atHand : []
  /** The refusal of the first key, when every one refuses. */
  const reasonIf = (rule: (row: KeyRow) => Decision<unknown>): string | null => {
    const answers = known.map(rule)
    const [first] = answers
    return first && !first.ok && answers.every(({ ok }) => !ok) ? refusal.ofCode(first.code, first.params) : null
  }
  const ask = (what: Asking['what']) => setAsking({ what, id: crypto.randomUUID(), selection: picked })
  const close = (wasDone: boolean) => {
    setAsking(null)
    if (wasDone) onDone()
  }
  return {
    actions: can('key.cancel')
      ? [
          {
            key: 'cancel',
            label: t('cancelKeys.action'),
            icon: CircleX,
            tone: 'danger',
            reason: reasonIf((row) => mayCancel(ruled(row))),
            onRun: () => ask('cancel'),
          },
          {
            key: 'remove',
            label: t('remove.action'),
            icon: Trash2,
            reason: reasonIf((row) => mayRemove(ruled(row))),
            onRun: () => ask('remove'),
          },
        ]
      : [],
    dialog: (
      <Suspense>
        {asking?.what === 'cancel' ? (
          <CancelDialog key={asking.id} askingId={asking.id} selection={asking.selection} onClose={close} />
        ) : null}
        {asking?.what === 'remove' ? <RemoveDialog selection={asking.selection} onClose={close} /> : null}
      </Suspense>
    ),
  }
}
