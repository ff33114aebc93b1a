'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useEffectEvent, useId } from 'react'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { OperationRow } from '@/server/features/operations/queries'
import { BulkProgress } from './bulk-progress'
import type { AnyPlan, Bulk } from './use-bulk'

type Props<Plan extends AnyPlan> = {
  bulk: Bulk<Plan>
  /** While it is shown what would happen, and while it happens. */
  title: { asking: (count: number) => string; started: (count: number) => string }
  submit: (count: number) => string
  /** Instead of *Cancel*, where that could be taken for what the dialog does. */
  keepLabel?: string
  isDanger: boolean
  /** Confirms what is final; empty where nothing is asked for. */
  typed?: string
  /** Why it cannot be carried out yet. */
  reason?: (plan: Plan) => string | null
  preview: (plan: Plan) => ReactNode
  /** Asks everything anew that shows what was changed. */
  refresh: () => unknown
  onClose: (wasCarriedOut: boolean) => void
}

/** A bulk change: first what it would do to each, then doing it, then what became of it. */
export function BulkFrame<Plan extends AnyPlan>(props: Props<Plan>) {
  const { bulk, title, submit, keepLabel, isDanger, typed = '', reason, preview, refresh, onClose } = props
  const t = useTranslations('bulk')
  const common = useTranslations('common')
  const refusal = useRefusal()
  const form = useId()
  const { plan, carryOut, operation, isOver } = bulk
  useRefreshWhen(isOver, refresh)
  const count = plan.data?.willChange ?? 0
  const isStarted = carryOut.data !== undefined
  const close = () => onClose(isStarted)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (plan.data && count > 0) carryOut.mutate({ operationId: plan.data.operationId, typed })
  }
  const asking = plan.data ? title.asking(count) : t('preparing')
  const outcome = operation && isOver ? pickCounts(operation) : null
  const error = plan.error ?? carryOut.error
  return (
    <Dialog
      wide
      open
      onOpenChange={close}
      title={outcome ? t('done', outcome) : isStarted ? title.started(count) : asking}
      footer={
        isStarted || plan.error || (plan.data && count === 0) ? (
          <Button onClick={close}>{common('close')}</Button>
        ) : (
          <>
            <Button onClick={close}>{keepLabel ?? common('cancel')}</Button>
            {plan.data ? (
              <Button
                type="submit"
                form={form}
                variant={isDanger ? 'danger' : 'primary'}
                busy={carryOut.isPending}
                reason={plan.data && reason ? reason(plan.data) : null}
              >
                {submit(count)}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <form id={form} onSubmit={send} className="flex flex-col gap-4">
        {error ? (
          <Banner tone="danger" live>
            {refusal.of(error)}
          </Banner>
        ) : null}
        {plan.isPending ? <SkeletonLines lines={5} /> : null}
        {plan.data && !isStarted ? preview(plan.data) : null}
        {isStarted ? <BulkProgress operation={operation} isOver={isOver} /> : null}
      </form>
    </Dialog>
  )
}

const pickCounts = ({ done, refused, failed }: OperationRow) => ({ done, refused, failed })

function useRefreshWhen(isOver: boolean, refresh: () => unknown): void {
  const askAnew = useEffectEvent(refresh)
  useEffect(
    function whenTheWorkIsOver() {
      if (isOver) void askAnew()
    },
    [isOver],
  )
}
