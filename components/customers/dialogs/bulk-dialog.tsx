'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { BulkFrame } from '@/components/bulk/bulk-frame'
import { useBulk } from '@/components/bulk/use-bulk'
import { useTRPC } from '@/components/trpc/client'
import type { Plan } from '@/server/features/customers/bulk-plan'
import { BulkPreview, ConfirmTyping } from './bulk-preview'
import type { BulkRequest } from './bulk-request'
import { useBulkCalls } from './use-bulk-calls'

type Props = { request: BulkRequest; onClose: (wasCarriedOut: boolean) => void }

/** A bulk change of customers. */
export function BulkDialog({ request, onClose }: Props) {
  const t = useTranslations('customer.bulk')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const bulk = useBulk(request.id, useBulkCalls(request))
  const { kind } = request
  const isFinal = kind === 'customerDelete'
  return (
    <BulkFrame
      bulk={bulk}
      title={{
        asking: (count) => t(`title.${kind}`, { count }),
        started: (count) => t('started', { kind, count }),
      }}
      submit={(count) => t(`submit.${kind}`, { count })}
      isDanger={kind === 'customerDisable' || isFinal}
      typed={typed}
      reason={(plan) => (isFinal && !isConfirmed(plan, typed) ? t('typeFirst') : null)}
      preview={(plan) => (
        <BulkPreview kind={kind} plan={plan}>
          {isFinal && plan.willChange > 0 ? <ConfirmTyping plan={plan} value={typed} onChange={setTyped} /> : null}
        </BulkPreview>
      )}
      refresh={() => queries.invalidateQueries(trpc.customers.pathFilter())}
      onClose={onClose}
    />
  )
}

const isConfirmed = ({ onlyName, willChange }: Plan, typed: string): boolean =>
  typed.trim() === (onlyName ?? String(willChange))
