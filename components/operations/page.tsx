'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/time'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import type { OperationRow } from '@/server/features/operations/queries'
import { CancelOperation } from './cancel'
import { operationPath } from './destination'
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
  // Rows of an import stand on a screen of their own.
  const isImport = operation.kind === 'customerImport'
  return (
    <>
      <PageHeader
        title={t(`kind.${operation.kind}`)}
        facts={<Facts operation={operation} />}
        action={<CancelOperation operation={operation} />}
      />
      <div className="flex flex-wrap items-center gap-6 px-4 pb-4 md:px-6" aria-live="polite">
        <OperationState stage={operation.stage} />
        <OperationProgress operation={operation} />
      </div>
      {operation.errorCode ? (
        <div className="px-4 pb-4 md:px-6">
          <Banner tone="danger">{t('failedBecause', { reason: refusal.ofCode(operation.errorCode) })}</Banner>
        </div>
      ) : null}
      {!isImport && operation.finishedAt && operation.done < operation.total ? (
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
      {isImport ? (
        <p className="px-4 md:px-6">
          <ButtonLink variant="primary" href={operationPath(operation)}>
            {t('openImport')}
          </ButtonLink>
        </p>
      ) : (
        <OperationItems operation={operation} />
      )}
    </>
  )
}

/** The file it reads, who asked for it, and when. */
function Facts({ operation: { fileName, requestedName, createdAt } }: { operation: OperationRow }) {
  const common = useTranslations('common')
  return (
    <>
      {fileName === null ? null : <span className="wrap-anywhere text-ink-2">{fileName}</span>}
      <span>{requestedName || common('erased')}</span>
      <Instant at={createdAt} />
    </>
  )
}
