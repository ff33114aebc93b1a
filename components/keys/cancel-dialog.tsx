'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent } from 'react'
import { operationPath } from '@/components/operations/destination'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button, ButtonLink } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Progress } from '@/components/ui/progress'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { KeySelectionInput } from '@/server/features/keys/schema'
import type { OperationRow } from '@/server/features/operations/queries'

type Props = { askingId: string; selection: KeySelectionInput; onClose: (wasDone: boolean) => void }

const isOver = (state: string | undefined): boolean =>
  state !== undefined && ['done', 'failed', 'cancelled'].includes(state)

/** Cancelling keys: first what it would do, then doing it, then what became of it. */
export function CancelDialog({ askingId, selection, onClose }: Props) {
  const t = useTranslations('keys.cancelKeys')
  const refusal = useRefusal()
  const { plan, carryOut, operation } = useCancelling(askingId, selection)
  const isStarted = carryOut.data !== undefined
  const count = plan.data?.willChange ?? 0
  const error = plan.error ?? carryOut.error
  const title = plan.data ? t('title', { count }) : t('preparing')
  const close = () => onClose(isStarted)
  return (
    <Dialog
      open
      onOpenChange={close}
      title={operation && isOver(operation.state) ? t('done', counts(operation)) : title}
      footer={
        isStarted || plan.error || (plan.data && count === 0) ? (
          <Button onClick={close}>{t('close')}</Button>
        ) : (
          <>
            <Button onClick={close}>{t('keep')}</Button>
            {plan.data ? (
              <Button
                variant="danger"
                busy={carryOut.isPending}
                onClick={() => carryOut.mutate({ operationId: plan.data.operationId })}
              >
                {t('submit', { count })}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        {error ? (
          <Banner tone="danger" live>
            {refusal.of(error)}
          </Banner>
        ) : null}
        {plan.isPending ? <SkeletonLines lines={3} /> : null}
        {plan.data && !isStarted ? (
          <>
            {count > 0 ? <p className="text-base">{t('effect', { redemptions: plan.data.redemptions })}</p> : null}
            {plan.data.refused.length > 0 ? (
              <section>
                <h3 className="mb-1 font-semibold text-sm">{t('refused')}</h3>
                <ul className="divide-y divide-line border-line border-y text-sm">
                  {plan.data.refused.map(({ code, count: times }) => (
                    <li key={code} className="py-1.5 text-warning-text tabular-nums">
                      {t('reason', { count: times, reason: refusal.ofCode(code) })}
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
          </>
        ) : null}
        {isStarted ? <Going operation={operation} /> : null}
      </div>
    </Dialog>
  )
}

const counts = ({ done, refused, failed }: OperationRow) => ({ done, refused, failed })

/** The preview, made once for each asking; carrying it out; and how far that is. */
function useCancelling(askingId: string, selection: KeySelectionInput) {
  const trpc = useTRPC()
  const { keys } = useTRPCClient()
  const queries = useQueryClient()
  const plan = useQuery({
    queryKey: ['keys', 'cancel', askingId],
    queryFn: () => keys.cancelMany.plan.mutate({ selection }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry: false,
    gcTime: 0,
  })
  const carryOut = useMutation(trpc.keys.cancelMany.carryOut.mutationOptions())
  const { data: operation } = useQuery(
    trpc.operations.get.queryOptions(
      { operationId: carryOut.data?.operationId ?? '' },
      {
        enabled: carryOut.data !== undefined,
        refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 500),
      },
    ),
  )
  const over = isOver(operation?.state)
  const askAnew = useEffectEvent(() => queries.invalidateQueries(trpc.keys.pathFilter()))
  useEffect(
    function whenTheWorkIsOver() {
      if (over) void askAnew()
    },
    [over],
  )
  return { plan, carryOut, operation }
}

function Going({ operation }: { operation: OperationRow | undefined }) {
  const t = useTranslations('keys.cancelKeys')
  const refusal = useRefusal()
  if (!operation) return <Progress label={t('progress')} done={0} total={null} />
  const { id, total, done, refused, failed, errorCode, state } = operation
  if (!isOver(state)) {
    return (
      <div aria-live="polite" className="flex flex-col gap-3">
        <Progress label={t('progress')} done={done + refused + failed} total={total} />
        <p className="text-ink-3 text-sm">{t('running')}</p>
      </div>
    )
  }
  return (
    <div aria-live="polite" className="flex flex-col gap-3">
      {errorCode ? <Banner tone="danger">{refusal.ofCode(errorCode)}</Banner> : null}
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={operationPath(operation)}>{t('open')}</ButtonLink>
        {done < total ? (
          <a
            className="self-center text-accent-text text-sm hover:underline"
            href={`/api/operations/not-done?operationId=${id}`}
            download
          >
            {t('notDone')}
          </a>
        ) : null}
      </div>
    </div>
  )
}
