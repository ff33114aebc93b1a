'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Instant } from '@/components/time'
import { useTRPC } from '@/components/trpc/client'
import { ButtonLink } from '@/components/ui/button'
import { CardCell } from '@/components/ui/card-cell'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import type { OperationRow } from '@/server/features/operations/queries'
import { operationPath } from './destination'
import { OperationProgress } from './progress'
import { OperationState, refreshWhile } from './state'

/** Long work of the person (of the company, for administrators), newest first; refreshes itself while something runs. */
export function OperationsList({ cursor }: { cursor?: string | undefined }) {
  const t = useTranslations('operations')
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.operations.list.queryOptions(cursor ? { cursor } : {}, {
      refetchInterval: ({ state }) => refreshWhile(state.data?.rows ?? []),
    }),
  )
  const rows = data?.rows ?? []
  return (
    <>
      <PageHeader title={t('title')} purpose={t('purpose')} />
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <div className="relative overflow-x-auto px-4 md:px-6">
          <table className="w-full border-collapse text-sm max-md:block">
            <caption className="sr-only">{t('title')}</caption>
            <thead className="max-md:sr-only">
              <tr className="border-line border-b text-left text-ink-2">
                {(['kind', 'state', 'progress', 'requestedBy', 'createdAt', 'finishedAt'] as const).map((column) => (
                  <th key={column} scope="col" className="px-2 py-2 font-medium first:pl-0">
                    {t(`column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="max-md:block max-md:border-line max-md:border-t">
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data?.nextCursor ? (
        <div className="px-4 py-4 md:px-6">
          <ButtonLink href={`/administration/operations?cursor=${data.nextCursor}`}>{t('more')}</ButtonLink>
        </div>
      ) : null}
    </>
  )
}

/** On a phone a card with the same facts in the same order. */
function Row({ row }: { row: OperationRow }) {
  const t = useTranslations('operations')
  const common = useTranslations('common')
  return (
    <tr className="border-line border-b hover:bg-sunken max-md:block max-md:py-2">
      <Cell>
        <Link href={operationPath(row)} className="font-medium text-accent-text hover:underline">
          {t(`kind.${row.kind}`)}
        </Link>
        {row.fileName === null ? null : (
          <span className="wrap-anywhere block max-w-80 text-ink-2 text-xs">{row.fileName}</span>
        )}
      </Cell>
      <Cell>
        <OperationState stage={row.stage} />
      </Cell>
      <Cell>{row.state === 'draft' ? null : <OperationProgress operation={row} />}</Cell>
      <Cell label={t('column.requestedBy')}>{row.requestedName || common('erased')}</Cell>
      <Cell label={t('column.createdAt')}>
        <Instant at={row.createdAt} />
      </Cell>
      <Cell label={t('column.finishedAt')}>{row.finishedAt ? <Instant at={row.finishedAt} /> : null}</Cell>
    </tr>
  )
}

const Cell = ({ label, children }: { label?: string; children: ReactNode }) => (
  <CardCell {...(label ? { label } : {})} className="px-2 first:pl-0 max-md:px-0 max-md:empty:hidden">
    {children}
  </CardCell>
)
