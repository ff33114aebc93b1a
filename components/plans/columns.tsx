'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCan } from '@/components/access/access-provider'
import type { ColumnSpec } from '@/components/table/types'
import { Instant } from '@/components/time'
import type { PlanRow } from '@/server/features/plans/list-queries'
import { PlanStates } from './plan-states'

/** The columns of Service plans. Whose a plan is stands there for those who see plans of others. */
export function usePlanColumns(showsOwner: boolean): readonly ColumnSpec<PlanRow>[] {
  const t = useTranslations('plans')
  const format = useFormatter()
  const can = useCan()
  const mayOpenCustomers = can('customer.view')
  return useMemo(() => {
    const renewal = ({ autoRenew, renewMonths }: PlanRow) =>
      autoRenew ? t('every', { months: renewMonths }) : t('noRenewal')
    const days = (key: 'noticeDays' | 'graceDays'): ColumnSpec<PlanRow> => ({
      key,
      header: t(`field.${key}`),
      width: 130,
      align: 'end',
      labelOnPhone: true,
      optional: true,
      cell: (row) => t('days', { days: row[key] }),
    })
    return [
      { key: 'name', header: t('column.name'), sort: 'name', width: 220, minWidth: 160, cell: (row) => row.name },
      {
        key: 'states',
        header: t('column.states'),
        width: 200,
        cell: (row) => <PlanStates states={row.states} className="flex-nowrap" />,
      },
      {
        key: 'owner',
        header: t('column.owner'),
        width: 170,
        optional: !showsOwner,
        cell: (row) => (row.isOwn ? t('ownCompany') : row.ownerName || null),
      },
      {
        key: 'product',
        header: t('column.product'),
        sort: 'product',
        width: 140,
        grows: true,
        cell: (row) => row.product,
      },
      { key: 'version', header: t('column.version'), width: 80, cell: (row) => t(`version.${row.version}`) },
      {
        key: 'customers',
        header: t('column.customers'),
        sort: 'customers',
        sortFirst: 'desc',
        width: 84,
        align: 'end',
        labelOnPhone: true,
        cell: (row) => {
          if (row.customers === 0) return null
          const figure = format.number(row.customers)
          return mayOpenCustomers ? <a href={`/customers?plan=${row.id}`}>{figure}</a> : figure
        },
      },
      {
        key: 'months',
        header: t('field.initialMonths'),
        width: 88,
        align: 'end',
        labelOnPhone: true,
        cell: months(t),
      },
      { key: 'renewal', header: t('field.autoRenew'), width: 138, labelOnPhone: true, cell: renewal },
      {
        key: 'activation',
        header: t('field.activationPolicy'),
        width: 150,
        optional: true,
        cell: (row) => t(`policy.${row.activationPolicy}`),
      },
      {
        key: 'managed',
        header: t('field.managed'),
        width: 130,
        optional: true,
        cell: (row) => (row.managed ? t('yes') : null),
      },
      days('noticeDays'),
      days('graceDays'),
      {
        key: 'created',
        header: t('column.created'),
        sort: 'created',
        sortFirst: 'desc',
        width: 120,
        optional: true,
        labelOnPhone: true,
        cell: (row) => <Instant at={row.createdAt} dayOnly />,
      },
    ]
  }, [t, format, showsOwner, mayOpenCustomers])
}

const months = (t: ReturnType<typeof useTranslations<'plans'>>) => (row: PlanRow) =>
  t('months', { months: row.initialMonths })
