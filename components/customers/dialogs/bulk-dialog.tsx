'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useEffectEvent, useId, useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { Plan } from '@/server/features/customers/bulk-plan'
import type { OperationRow } from '@/server/features/operations/queries'
import { BulkPreview, ConfirmTyping } from './bulk-preview'
import { BulkProgress } from './bulk-progress'
import type { BulkRequest } from './bulk-request'
import { useBulk } from './use-bulk'

type Props = { request: BulkRequest; onClose: (wasCarriedOut: boolean) => void }

/** A bulk change: first what it would do to each, then doing it, then what became of it. */
export function BulkDialog({ request, onClose }: Props) {
  const t = useTranslations('customer.bulk')
  const refusal = useRefusal()
  const form = useId()
  const [typed, setTyped] = useState('')
  const { plan, carryOut, operation, isOver } = useBulk(request)
  useRefreshWhen(isOver)
  const { kind } = request
  const count = plan.data?.willChange ?? 0
  const isStarted = carryOut.data !== undefined
  const close = () => onClose(isStarted)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (plan.data && count > 0) carryOut.mutate({ operationId: plan.data.operationId, typed })
  }
  const asking = plan.data ? t(`title.${kind}`, { count }) : t('preparing')
  const outcome = operation && isOver ? pickCounts(operation) : null
  const title = outcome ? t('done', outcome) : isStarted ? t('started', { kind, count }) : asking
  const isFinal = kind === 'customerDelete'
  const error = plan.error ?? carryOut.error
  return (
    <Dialog
      wide
      open
      onOpenChange={close}
      title={title}
      footer={
        isStarted || plan.error ? (
          <Button onClick={close}>{t('close')}</Button>
        ) : (
          <>
            <Button onClick={close}>{t('cancel')}</Button>
            {count > 0 ? (
              <Button
                type="submit"
                form={form}
                variant={kind === 'customerDisable' || isFinal ? 'danger' : 'primary'}
                busy={carryOut.isPending}
                reason={isFinal && plan.data && !isConfirmed(plan.data, typed) ? t('typeFirst') : null}
              >
                {t(`submit.${kind}`, { count })}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        {error ? (
          <Banner tone="danger" live>
            {refusal.of(error)}
          </Banner>
        ) : null}
        {plan.isPending ? <SkeletonLines lines={5} /> : null}
        {plan.data && !isStarted ? (
          <BulkPreview kind={kind} plan={plan.data}>
            {isFinal && count > 0 ? <ConfirmTyping plan={plan.data} value={typed} onChange={setTyped} /> : null}
          </BulkPreview>
        ) : null}
        {isStarted ? <BulkProgress operation={operation} isOver={isOver} /> : null}
      </form>
    </Dialog>
  )
}

const pickCounts = ({ done, refused, failed }: OperationRow) => ({ done, refused, failed })

const isConfirmed = ({ onlyName, willChange }: Plan, typed: string): boolean =>
  typed.trim() === (onlyName ?? String(willChange))

/** When the work is over, everything that shows customers is asked anew. */
function useRefreshWhen(isOver: boolean): void {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const askAnew = useEffectEvent(() => queries.invalidateQueries(trpc.customers.pathFilter()))
  useEffect(
    function whenTheWorkIsOver() {
      if (isOver) void askAnew()
    },
    [isOver],
  )
}
