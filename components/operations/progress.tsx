'use client'

import { useTranslations } from 'next-intl'
import { Progress } from '@/components/ui/progress'
import type { OperationRow } from '@/server/features/operations/queries'
import { isUnfinished } from './state'

/** How far an operation is: a bar with counts while it runs, counts afterwards. */
export function OperationProgress({ operation }: { operation: OperationRow }) {
  const t = useTranslations('operations')
  const { total, done, refused, failed, goodRows } = operation
  const part = done + refused + failed
  const counts =
    goodRows === null ? t('counts', { done, refused, failed }) : t('checkedCounts', { rows: total, good: goodRows })
  return (
    <div className="flex min-w-40 flex-col gap-1">
      {isUnfinished(operation) ? (
        <Progress label={t('column.progress')} done={part} total={total > 0 ? total : null} />
      ) : null}
      <span className="text-ink-2 text-xs tabular-nums">
        {isUnfinished(operation) && total > 0 ? t('of', { part, total }) : counts}
      </span>
    </div>
  )
}
