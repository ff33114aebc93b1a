'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { PageHeader } from '@/components/ui/page-header'
import { CancelOperation } from './cancel'
import { OperationItems } from './items'
import { OperationProgress } from './progress'
import { OperationState, refreshWhile } from './state'

/** One operation: where it stands, what became of each target, and how to stop it. */
export function OperationPage({ operationId }: { operationId: string }) {
  const t = useTranslations('operations')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const { data: operation } = useQuery(
    trpc.operations.get.queryOptions(
      { operationId },
      { refetchInterval: ({ state }) => refreshWhile(state.data ? [state.data] : []) },
    ),
  )
  if (!operation) return null
  return (
    <>
      <PageHeader title={t(`kind.${operation.kind}`)} action={<CancelOperation operation={operation} />} />
      <div className="flex flex-wrap items-center gap-6 px-4 pb-4 md:px-6" aria-live="polite">
        <OperationState state={operation.state} />
        <OperationProgress operation={operation} />
      </div>
      {operation.errorCode ? (
        <div className="px-4 pb-4 md:px-6">
          <Banner tone="danger">{t('failedBecause', { reason: refusal.ofCode(operation.errorCode) })}</Banner>
        </div>
      ) : null}
      {operation.kind !== 'customerImport' && operation.finishedAt && operation.done < operation.total ? (
        <p className="px-4 pb-4 md:px-6">
          <a
            className="text-accent-text text-sm hover:underline"
            href={`/api/operations/not-done?operationId=${operation.id}`}
            download
          >
            {t('notDone.download')}
          </a>
        </p>
      ) : null}
      <OperationItems operation={operation} />
    </>
  )
}
