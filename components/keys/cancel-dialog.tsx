'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { BulkFrame } from '@/components/bulk/bulk-frame'
import { BulkRows, paramsIn } from '@/components/bulk/bulk-rows'
import { useBulk } from '@/components/bulk/use-bulk'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { OldNew } from '@/components/ui/old-new'
import { KEY_STATUSES } from '@/server/features/keys/rules'
import type { KeySelectionInput } from '@/server/features/keys/schema'

type Props = { askingId: string; selection: KeySelectionInput; onClose: (wasDone: boolean) => void }

/** Cancelling keys: first what it would do, then doing it, then what became of it. */
export function CancelDialog({ askingId, selection, onClose }: Props) {
  const t = useTranslations('keys.cancelKeys')
  const trpc = useTRPC()
  const { keys } = useTRPCClient()
  const queries = useQueryClient()
  const bulk = useBulk(askingId, {
    plan: () => keys.cancelMany.plan.mutate({ selection }),
    carryOut: (operationId) => keys.cancelMany.carryOut.mutate({ operationId }),
  })
  return (
    <BulkFrame
      bulk={bulk}
      title={{ asking: (count) => t('title', { count }), started: (count) => t('started', { count }) }}
      submit={(count) => t('submit', { count })}
      keepLabel={t('keep')}
      isDanger
      preview={(plan) => (
        <>
          {plan.willChange > 0 ? <p className="text-base">{t('effect', { redemptions: plan.redemptions })}</p> : null}
          <BulkRows operationId={plan.operationId} counts={plan} change={(params) => <Statuses params={params} />} />
        </>
      )}
      refresh={() => queries.invalidateQueries(trpc.keys.pathFilter())}
      onClose={onClose}
    />
  )
}

/** What a key is, and what it becomes. */
function Statuses({ params }: { params: unknown }) {
  const t = useTranslations('keys.status')
  const { from } = paramsIn(params)
  const status = KEY_STATUSES.find((one) => one === from)
  return <OldNew old={status ? t(status) : ''} now={t('cancelled')} />
}
