'use client'

import { CircleCheck, CirclePause, Tags, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import type { BulkAction } from '@/components/table/types'
import { useRefusal } from '@/components/trpc/refusal'
import type { CompanyStatus } from '@/server/access/decide'
import { mayBecome } from '@/server/features/companies/rules'
import { mayDelete } from '@/server/features/customers/rules'
import type { CustomerSelectionInput } from '@/server/features/customers/selection'
import type { Decision } from '@/server/lib/result'
import type { BulkRequest } from './bulk-request'

const BulkDialog = lazy(() => import('./bulk-dialog').then((module) => ({ default: module.BulkDialog })))
const TagsDialog = lazy(() => import('./tags-dialog').then((module) => ({ default: module.TagsDialog })))

/** What is known here of a selected row. */
export type Picked = { status: CompanyStatus; portal: 'lmp' | 'clp'; products: readonly string[] }

type Options = {
  selection: CustomerSelectionInput
  /** How many are selected; null while that is not known. */
  count: number | null
  /** The selected rows, if every one of them is at hand: then what none of them allows is disabled, with the reason. */
  picked?: readonly Picked[] | undefined
  /** After something was carried out. */
  onDone: () => void
}

/** What can be done with selected customers, and the dialog that asks first. Draw `dialog` beside the table. */
export function useCustomerBulkActions({ selection, count, picked, onDone }: Options): {
  actions: BulkAction[]
  dialog: ReactNode
} {
  const t = useTranslations('customer.bulk')
  const refusal = useRefusal()
  const can = useCan()
  const [request, setRequest] = useState<BulkRequest | null>(null)
  const [isTagging, setTagging] = useState(false)

  const ask = (kind: BulkRequest['kind'], tags: BulkRequest['tags'] = { add: [], remove: [] }) =>
    setRequest({ id: crypto.randomUUID(), kind, selection, tags })

  /** The refusal of the first row, when every row refuses. */
  const reasonIf = (rule: (row: Picked) => Decision<unknown>): string | null => {
    const answers = (picked ?? []).map(rule)
    const [first] = answers
    return first && !first.ok && answers.every(({ ok }) => !ok) ? refusal.ofCode(first.code, first.params) : null
  }
  const become = (to: 'enabled' | 'disabled') => (row: Picked) =>
    mayBecome({ kind: 'customer', status: row.status }, to)

  const status: BulkAction[] = [
    {
      key: 'disable',
      label: t('disable'),
      icon: CirclePause,
      reason: reasonIf(become('disabled')),
      onRun: () => ask('customerDisable'),
    },
    {
      key: 'enable',
      label: t('enable'),
      icon: CircleCheck,
      reason: reasonIf(become('enabled')),
      onRun: () => ask('customerEnable'),
    },
  ]
  const tags: BulkAction = { key: 'tags', label: t('tags'), icon: Tags, onRun: () => setTagging(true) }
  const remove: BulkAction = {
    key: 'delete',
    label: t('delete'),
    icon: Trash2,
    tone: 'danger',
    reason: reasonIf(mayDelete),
    onRun: () => ask('customerDelete'),
  }

  return {
    actions: [
      ...(can('customer.disable') ? status : []),
      ...(can('customer.update') ? [tags] : []),
      ...(can('customer.delete') ? [remove] : []),
    ],
    dialog: (
      <Suspense>
        {isTagging ? (
          <TagsDialog
            count={count}
            onClose={() => setTagging(false)}
            onPreview={(chosen) => {
              setTagging(false)
              ask('customerTag', chosen)
            }}
          />
        ) : null}
        {request ? (
          <BulkDialog
            key={request.id}
            request={request}
            onClose={(wasCarriedOut) => {
              setRequest(null)
              if (wasCarriedOut) onDone()
            }}
          />
        ) : null}
      </Suspense>
    ),
  }
}
