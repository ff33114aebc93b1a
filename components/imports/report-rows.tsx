'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { ImportView } from '@/server/features/imports/queries'
import { ReportFilters } from './report-filters'
import { ReportLine } from './report-line'
import { useReportState } from './use-report-state'

/** The rows of the file, one after another, with what is wrong or worth knowing. */
export function ReportRows({ view }: { view: ImportView }) {
  const t = useTranslations('imports')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const report = useReportState()
  const { data, error } = useQuery(
    trpc.imports.rows.queryOptions(
      { operationId: view.id, ...report.state },
      {
        placeholderData: keepPreviousData,
        // The list comes back after the rows were written: what it said before is no longer so.
        refetchOnMount: 'always',
      },
    ),
  )
  return (
    <section aria-label={t('list')} className="min-w-0">
      <ReportFilters view={view} report={report} />
      {error ? <Banner tone="danger">{refusal.of(error)}</Banner> : null}
      {!data && !error ? <SkeletonLines lines={10} /> : null}
      {data ? (
        <ul className="divide-y divide-line border-line border-y text-sm">
          {data.rows.map((row) => (
            <ReportLine key={row.line} row={row} />
          ))}
          {data.rows.length === 0 ? <li className="py-6 text-center text-ink-2">{t('noRows')}</li> : null}
        </ul>
      ) : null}
      <div className="flex gap-2 pt-3">
        {data?.prevBefore ? (
          <Button onClick={() => data.prevBefore && report.goBefore(data.prevBefore)}>{t('previous')}</Button>
        ) : null}
        {data?.nextAfter ? (
          <Button onClick={() => data.nextAfter && report.goAfter(data.nextAfter)}>{t('next')}</Button>
        ) : null}
      </div>
    </section>
  )
}
