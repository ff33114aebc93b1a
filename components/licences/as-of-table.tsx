'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { EmptyState } from '@/components/ui/empty-state'
import { SkeletonLines } from '@/components/ui/skeleton'
import { Cell } from './licence-cells'
import { LicenceStatus } from './licence-status'
import { useLicenceWords } from './words'

const COLUMNS = ['product', 'status', 'plan', 'provisioned', 'term', 'renewal'] as const

/** What a customer had at the end of a day: to read, never to change. */
export function AsOfTable({ companyId, day }: { companyId: string; day: string }) {
  const t = useTranslations('licence')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const words = useLicenceWords()
  const { data, error, isPending } = useQuery(trpc.licences.asOf.queryOptions({ companyId, day }))
  if (error) return <Banner tone="danger">{refusal.of(error)}</Banner>
  if (isPending) return <SkeletonLines lines={4} />
  if (data.length === 0) return <EmptyState title={t('asOfEmpty', { day: words.day(day) })} />
  return (
    <div className="relative overflow-x-auto rounded-md border border-line bg-surface">
      <table className="w-full border-collapse text-sm max-md:block">
        <caption className="sr-only">{t('asOfTitle', { day: words.day(day) })}</caption>
        <thead className="border-line border-b max-md:sr-only">
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col" className="px-3 py-2 text-left font-medium text-ink-3 text-xs">
                {t(`column.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {data.map((row) => (
            <tr
              key={row.subscriptionId}
              className="border-line border-b last:border-b-0 max-md:block max-md:px-1 max-md:py-2"
            >
              <Cell className="font-medium">{row.productName}</Cell>
              <Cell>
                <LicenceStatus status={row.status} />
              </Cell>
              <Cell label={t('column.plan')}>{row.planName}</Cell>
              <Cell label={t('column.provisioned')}>{words.units(row.units, row.unit)}</Cell>
              <Cell label={t('column.term')}>{words.term(row)}</Cell>
              <Cell label={t('column.renewal')}>{words.renewal(row)}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
