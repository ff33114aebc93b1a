'use client'

import { useTranslations } from 'next-intl'
import { operationPath } from '@/components/operations/destination'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { ButtonLink } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import type { OperationRow } from '@/server/features/operations/queries'

type Props = { operation: OperationRow | undefined; isOver: boolean }

/** How far a bulk change has come; afterwards what became of it, and a file of what was not done. */
export function BulkProgress({ operation, isOver }: Props) {
  const t = useTranslations('bulk')
  const refusal = useRefusal()
  if (!operation) return <Progress label={t('progress')} done={0} total={null} />
  const { id, total, done, refused, failed, errorCode } = operation
  const hasLeftOver = done < total
  return (
    <div aria-live="polite" className="flex flex-col gap-3">
      {isOver ? null : (
        <>
          <Progress label={t('progress')} done={done + refused + failed} total={total} />
          <p className="text-base tabular-nums">{t('done', { done, refused, failed })}</p>
        </>
      )}
      {errorCode ? <Banner tone="danger">{refusal.ofCode(errorCode)}</Banner> : null}
      {isOver ? (
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={operationPath(operation)}>{t('open')}</ButtonLink>
          {hasLeftOver ? (
            <a
              className="self-center text-accent-text text-sm hover:underline"
              href={`/api/operations/not-done?operationId=${id}`}
              download
            >
              {t('notDone')}
            </a>
          ) : null}
        </div>
      ) : (
        <p className="text-ink-3 text-sm">{t('running')}</p>
      )}
    </div>
  )
}
