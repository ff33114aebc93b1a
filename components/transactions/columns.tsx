'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCan, usePerson } from '@/components/access/access-provider'
import type { ColumnSpec } from '@/components/table/types'
import { Instant, useDay } from '@/components/time'
import type { TransactionRow } from '@/server/features/transactions/queries'
import { Changed, Difference } from './changed'

type Column = ColumnSpec<TransactionRow>

/** The columns of the list of transactions, in their order; who manages the customer is shown to those who have partners. */
export function useTransactionColumns(): readonly Column[] {
  const t = useTranslations('transactions')
  const format = useFormatter()
  const day = useDay()
  const can = useCan()
  const { kind } = usePerson()
  const mayOpen = can('customer.view')
  const hasPartners = kind === 'distributor' || kind === 'isp'
  return useMemo(() => {
    const dayOf = (text: string | null) => text && day(text)
    const term = (from: string | null, to: string | null) =>
      from && to ? t('span', { from: day(from), to: day(to) }) : null
    const first: Column[] = [
      {
        key: 'customer',
        header: t('column.customer'),
        width: 190,
        minWidth: 170,
        cell: (row) =>
          row.customerId && mayOpen ? (
            <Link href={`/customers/${row.customerId}`} className="font-medium text-accent-text hover:underline">
              {row.customerName}
            </Link>
          ) : (
            row.customerName
          ),
      },
      { key: 'at', header: t('column.at'), width: 172, labelOnPhone: true, cell: (row) => <Instant at={row.at} /> },
      { key: 'type', header: t('column.type'), width: 174, cell: (row) => t(`type.${row.type}`) },
    ]
    const manager: Column[] = hasPartners
      ? [{ key: 'manager', header: t('column.managedBy'), width: 170, cell: (row) => row.managedBy }]
      : []
    return [
      ...first,
      ...manager,
      { key: 'product', header: t('column.product'), width: 160, grows: true, cell: (row) => row.productName },
      { key: 'plan', header: t('column.plan'), width: 148, cell: (row) => row.planName },
      {
        key: 'units',
        header: t('column.units'),
        width: 106,
        align: 'end',
        labelOnPhone: true,
        cell: (row) => (
          <Changed
            before={row.unitsBefore === 0 ? null : format.number(row.unitsBefore)}
            after={format.number(row.unitsAfter)}
          />
        ),
      },
      {
        key: 'change',
        header: t('column.change'),
        width: 90,
        align: 'end',
        labelOnPhone: true,
        cell: (row) => <Difference units={row.unitsAfter - row.unitsBefore} />,
      },
      {
        key: 'term',
        header: t('column.term'),
        width: 320,
        labelOnPhone: true,
        cell: (row) => (
          <Changed before={term(row.startsBefore, row.endsBefore)} after={term(row.startsAfter, row.endsAfter)} />
        ),
      },
      { key: 'madeBy', header: t('column.madeBy'), width: 150, cell: (row) => row.madeBy || t('byItself') },
      {
        key: 'source',
        header: t('column.source'),
        width: 110,
        optional: true,
        cell: (row) => t(`source.${row.source}`),
      },
      { key: 'vendor', header: t('column.vendor'), width: 130, optional: true, cell: (row) => row.vendor },
      {
        key: 'version',
        header: t('column.version'),
        width: 100,
        optional: true,
        cell: (row) => t(`version.${row.version}`),
      },
      {
        key: 'charge',
        header: t('column.chargeFrom'),
        width: 200,
        optional: true,
        labelOnPhone: true,
        cell: (row) => <Changed before={dayOf(row.chargeFromBefore)} after={dayOf(row.chargeFromAfter)} />,
      },
      {
        key: 'reference',
        header: t('column.reference'),
        width: 160,
        optional: true,
        cell: (row) => row.reference || null,
      },
    ]
  }, [t, format, day, mayOpen, hasPartners])
}
