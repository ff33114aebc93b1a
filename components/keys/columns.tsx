'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { usePerson } from '@/components/access/access-provider'
import type { ColumnSpec } from '@/components/table/types'
import { CalendarDay, Instant } from '@/components/time'
import type { KeyRow } from '@/server/features/keys/queries'
import { KeyCell } from './key-cell'
import { KeyStatus } from './key-status'

/** The columns of the list of keys, in their order; whose they are is shown to those who have partners. */
export function useKeyColumns(): readonly ColumnSpec<KeyRow>[] {
  const t = useTranslations('keys')
  const format = useFormatter()
  const { kind } = usePerson()
  const hasPartners = kind === 'distributor' || kind === 'isp'
  return useMemo(() => {
    const instant = (at: string | null, by: string | null) => (at ? <Instant at={at} by={by} dayOnly /> : null)
    const columns: ColumnSpec<KeyRow>[] = [
      { key: 'key', header: t('column.key'), width: 250, minWidth: 250, cell: (row) => <KeyCell row={row} /> },
      { key: 'plan', header: t('column.plan'), width: 160, grows: true, cell: (row) => row.planName },
      {
        key: 'units',
        header: t('column.units'),
        width: 70,
        align: 'end',
        labelOnPhone: true,
        cell: (row) => format.number(row.units),
      },
      {
        key: 'redemptions',
        header: t('column.redemptions'),
        width: 112,
        align: 'end',
        labelOnPhone: true,
        cell: (row) => t('redeemedOf', { redeemed: row.redeemed, redemptions: row.redemptions }),
      },
      { key: 'status', header: t('column.status'), width: 140, cell: (row) => <KeyStatus status={row.status} /> },
      {
        key: 'created',
        header: t('column.created'),
        width: 112,
        sort: 'created',
        sortFirst: 'desc',
        labelOnPhone: true,
        cell: (row) => instant(row.createdAt, row.createdBy),
      },
      {
        key: 'expires',
        header: t('column.expires'),
        width: 112,
        labelOnPhone: true,
        cell: (row) => (row.expiresOn ? <CalendarDay on={row.expiresOn} /> : null),
      },
      {
        key: 'used',
        header: t('column.used'),
        width: 112,
        labelOnPhone: true,
        cell: (row) => instant(row.usedAt, row.usedBy),
      },
      { key: 'usedBy', header: t('column.usedBy'), width: 170, cell: (row) => row.usedBy },
      { key: 'batch', header: t('column.batch'), width: 140, optional: true, cell: (row) => row.batch || null },
      { key: 'product', header: t('column.product'), width: 180, optional: true, cell: (row) => row.productName },
      { key: 'createdBy', header: t('column.createdBy'), width: 150, optional: true, cell: (row) => row.createdBy },
      {
        key: 'cancelled',
        header: t('column.cancelled'),
        width: 120,
        optional: true,
        labelOnPhone: true,
        cell: (row) => instant(row.cancelledAt, row.cancelledBy),
      },
      {
        key: 'cancelledBy',
        header: t('column.cancelledBy'),
        width: 150,
        optional: true,
        cell: (row) => row.cancelledBy,
      },
    ]
    const company: ColumnSpec<KeyRow> = {
      key: 'company',
      header: t('column.company'),
      width: 170,
      cell: (row) => row.companyName,
    }
    return hasPartners ? [...columns.slice(0, 2), company, ...columns.slice(2)] : columns
  }, [t, format, hasPartners])
}
