'use client'

import { useTranslations } from 'next-intl'
import { Status } from '@/components/ui/status'
import type { ImportView } from '@/server/features/imports/queries'

/** The figures in one line that reads like a sentence. */
export function ReportFigures({ view: { phase, result } }: { view: ImportView }) {
  const t = useTranslations('imports')
  const { rows, good, bad, known, written, failed } = result
  const isDone = phase === 'done'
  return (
    <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1 text-base tabular-nums" aria-live="polite">
      <span className="font-semibold text-lg">
        {isDone ? t('done.written', { count: written }) : t('report.rows', { count: rows })}
      </span>
      {isDone ? null : (
        <Status tone={good > 0 ? 'good' : 'neutral'} shape={good > 0 ? 'tick' : 'empty'}>
          {t('report.good', { count: good })}
        </Status>
      )}
      {bad > 0 ? (
        <Status tone="danger" shape="alert">
          {t('report.bad', { count: bad })}
        </Status>
      ) : null}
      {failed > 0 ? (
        <Status tone="danger" shape="alert">
          {t('done.failed', { count: failed })}
        </Status>
      ) : null}
      {known > 0 ? <Status tone="neutral">{t('report.known', { count: known })}</Status> : null}
    </p>
  )
}
