'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { usePerson } from '@/components/access/access-provider'
import type { ColumnSpec } from '@/components/table/types'
import { CalendarDay } from '@/components/time'
import type { AllocationFigures, ProductRow } from '@/server/features/products/list-queries'
import { plansOf } from './plans-of'
import { LifeBadge, useFigures } from './words'

/** The columns of Available products; an MSP sees what it may sell. */
export function useProductColumns(): readonly ColumnSpec<ProductRow>[] {
  const t = useTranslations('products')
  const { kind } = usePerson()
  const { count } = useFigures()
  return useMemo(() => {
    const dayColumn = (key: 'endOfSale' | 'endOfLife'): ColumnSpec<ProductRow> => ({
      key,
      header: t(`column.${key}`),
      width: 120,
      sort: key,
      labelOnPhone: true,
      cell: (row) => {
        const on = key === 'endOfSale' ? row.endOfSaleOn : row.endOfLifeOn
        return on ? <CalendarDay on={on} /> : null
      },
    })
    const pool = (
      key: 'allocated' | 'provisioned' | 'available',
      of: (pool: AllocationFigures) => number,
    ): ColumnSpec<ProductRow> => ({
      key,
      header: t(`column.${key}`),
      width: 150,
      align: 'end',
      labelOnPhone: true,
      cell: ({ allocations }) =>
        allocations.length === 0
          ? null
          : allocations.map((one) => t(`pool.${one.version}`, { units: count(of(one)) })).join(' · '),
    })
    const versions = (row: ProductRow) =>
      [
        ...(row.fullOffered ? [t('version.full')] : []),
        ...(row.trialOffered ? [t('version.trial')] : []),
        ...(row.nfrOffered ? [t('version.nfr')] : []),
      ].join(', ')
    return [
      { key: 'name', header: t('column.name'), sort: 'name', width: 230, minWidth: 190, cell: name },
      { key: 'vendor', header: t('column.vendor'), sort: 'vendor', width: 100, cell: (row) => row.vendor },
      {
        key: 'code',
        header: t('column.code'),
        sort: 'code',
        width: 106,
        optional: kind === 'msp',
        cell: (row) => row.code,
      },
      { key: 'kind', header: t('column.kind'), width: 80, cell: (row) => t(`kind.${row.kind}`) },
      { key: 'unit', header: t('column.unit'), width: 94, cell: (row) => t(`unit.${row.unit}`) },
      { key: 'versions', header: t('column.versions'), width: 100, optional: kind === 'msp', cell: versions },
      ...(kind === 'msp'
        ? [
            pool('allocated', (one) => one.allocated),
            pool('provisioned', (one) => one.provisioned),
            pool('available', (one) => one.allocated - one.provisioned),
          ]
        : []),
      {
        key: 'plans',
        header: t('column.plans'),
        sort: 'plans',
        sortFirst: 'desc',
        width: 70,
        align: 'end',
        labelOnPhone: true,
        cell: (row) => (row.plans > 0 ? <a href={plansOf(row.id, kind)}>{count(row.plans)}</a> : null),
      },
      dayColumn('endOfSale'),
      dayColumn('endOfLife'),
    ]
  }, [t, kind, count])
}

/** The name; what is no longer sold says so. */
const name = ({ name: text, life }: ProductRow) =>
  life === 'onSale' ? (
    text
  ) : (
    <span className="inline-flex max-w-full items-center gap-2">
      <span className="truncate text-ink-2">{text}</span>
      <LifeBadge life={life} />
    </span>
  )
