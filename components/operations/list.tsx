'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Instant } from '@/components/time'
import { useTRPC } from '@/components/trpc/client'
import { ButtonLink } from '@/components/ui/button'
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
        <div className="overflow-x-auto px-4 md:px-6">
          <table className="w-full min-w-[44rem] border-collapse text-sm">
            <thead>
              <tr className="border-line border-b text-left text-ink-2">
                {(['kind', 'state', 'progress', 'requestedBy', 'createdAt', 'finishedAt'] as const).map((column) => (
                  <th key={column} scope="col" className="px-2 py-2 font-medium first:pl-0">
                    {t(`column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
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

function Row({ row }: { row: OperationRow }) {
  const t = useTranslations('operations')
  const common = useTranslations('common')
  return (
    <tr className="border-line border-b hover:bg-sunken">
      <td className="py-2 pr-2">
        <Link href={operationPath(row)} className="font-medium text-accent-text hover:underline">
          {t(`kind.${row.kind}`)}
        </Link>
      </td>
      <td className="px-2 py-2">
        <OperationState state={row.state} />
      </td>
      <td className="px-2 py-2">
        <OperationProgress operation={row} />
      </td>
      <td className="px-2 py-2">{row.requestedName || common('erased')}</td>
      <td className="px-2 py-2">
        <Instant at={row.createdAt} />
      </td>
      <td className="px-2 py-2">{row.finishedAt ? <Instant at={row.finishedAt} /> : null}</td>
    </tr>
  )
}
