'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { ColumnSpec } from '@/components/table/types'
import { Instant } from '@/components/time'
import { Status } from '@/components/ui/status'
import type { Privilege } from '@/server/access/privileges'
import type { LogRow } from '@/server/features/administration-log/queries'

/** The columns of the log; a click on the time opens the entry. */
export function useLogColumns(open: (id: string) => void): readonly ColumnSpec<LogRow>[] {
  const t = useTranslations('log')
  const tAccess = useTranslations('access')
  return useMemo(
    () => [
      {
        key: 'action',
        header: t('column.action'),
        width: 206,
        minWidth: 160,
        cell: (row) => (
          <button
            type="button"
            className="max-w-full truncate text-left font-medium text-accent-text hover:underline"
            onClick={() => open(row.id)}
          >
            {tAccess(`privilege.${row.action as Privilege}`)}
          </button>
        ),
      },
      { key: 'at', header: t('column.at'), width: 172, labelOnPhone: true, cell: (row) => <Instant at={row.at} /> },
      {
        key: 'target',
        header: t('column.target'),
        width: 186,
        grows: true,
        cell: (row) => (
          <>
            <span className="text-ink-3">{t(`target.${row.targetType}`)}</span> {row.targetName || row.targetId}
          </>
        ),
      },
      {
        key: 'changes',
        header: t('column.changes'),
        width: 106,
        cell: (row) =>
          row.refused ? (
            <Status tone="danger" shape="cross">
              {t('refused')}
            </Status>
          ) : (
            countOf(row) > 0 && <span className="text-ink-2">{t('fields', { count: countOf(row) })}</span>
          ),
      },
      { key: 'who', header: t('column.who'), width: 130, cell: (row) => row.accountName },
      { key: 'company', header: t('column.company'), width: 150, cell: (row) => row.companyName },
      { key: 'address', header: t('column.address'), width: 140, optional: true, cell: (row) => row.address || null },
    ],
    [t, tAccess, open],
  )
}

const countOf = ({ before, after }: LogRow): number =>
  new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]).size
