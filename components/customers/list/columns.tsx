'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { CompanyStatus } from '@/components/companies/company-status'
import { CountryName } from '@/components/companies/country'
import type { ColumnSpec } from '@/components/table/types'
import { CountPair } from '@/components/ui/status'
import type { CustomerRow } from '@/server/features/customers/list-queries'

/** The columns of the Customers list, in their order. */
export function useCustomerColumns(): readonly ColumnSpec<CustomerRow>[] {
  const t = useTranslations('customers')
  const format = useFormatter()
  return useMemo(() => {
    const day = (value: string | null) => (value ? format.dateTime(new Date(value), { dateStyle: 'medium' }) : null)
    const count = (figure: number, key: 'action' | 'warning') =>
      figure > 0 ? { figure: format.number(figure), label: t(`attention.${key}`, { count: figure }) } : null
    const pair = (red: number, yellow: number) =>
      red + yellow > 0 ? <CountPair red={count(red, 'action')} yellow={count(yellow, 'warning')} /> : null
    const columns: ColumnSpec<CustomerRow>[] = [
      { key: 'company', header: t('column.company'), sort: 'name', width: 280, cell: (row) => row.name },
      {
        key: 'contact',
        header: t('column.contact'),
        width: 180,
        cell: ({ contactName, contactEmail }) =>
          contactEmail ? (
            <a href={`mailto:${contactEmail}`} className="hover:underline" data-tip={contactEmail}>
              {contactName}
            </a>
          ) : null,
      },
      { key: 'phone', header: t('column.phone'), width: 150, cell: (row) => row.contactPhone || null },
      { key: 'status', header: t('column.status'), width: 110, cell: (row) => <CompanyStatus status={row.status} /> },
      { key: 'products', header: t('column.products'), width: 160, cell: (row) => row.products.join(', ') || null },
      {
        key: 'threat',
        header: t('column.threat'),
        width: 130,
        sort: 'attention',
        sortFirst: 'desc',
        cell: (row) => pair(row.threatAction, row.threatWarning),
      },
      {
        key: 'licence',
        header: t('column.licence'),
        width: 130,
        cell: (row) => pair(row.licenceAction, row.licenceWarning),
      },
      {
        key: 'lastTransaction',
        header: t('column.lastTransaction'),
        width: 140,
        sort: 'lastTransaction',
        sortFirst: 'desc',
        labelOnPhone: true,
        cell: (row) => day(row.lastTransactionAt),
      },
      { key: 'city', header: t('column.city'), sort: 'city', width: 140, cell: (row) => row.city },
      {
        key: 'country',
        header: t('column.country'),
        sort: 'country',
        width: 140,
        cell: (row) => <CountryName code={row.country} />,
      },
      { key: 'partner', header: t('column.partner'), width: 180, optional: true, cell: (row) => row.partnerName },
      {
        key: 'portal',
        header: t('column.portal'),
        width: 90,
        optional: true,
        cell: (row) => t(`portal.${row.portal}`),
      },
      {
        key: 'managed',
        header: t('column.managed'),
        width: 110,
        optional: true,
        cell: (row) => (row.managed ? t('yes') : null),
      },
      {
        key: 'provisioned',
        header: t('column.provisioned'),
        width: 110,
        align: 'end',
        optional: true,
        labelOnPhone: true,
        cell: (row) => format.number(row.unitsProvisioned),
      },
      {
        key: 'used',
        header: t('column.used'),
        width: 90,
        align: 'end',
        optional: true,
        labelOnPhone: true,
        cell: (row) => format.number(row.unitsUsed),
      },
      {
        key: 'nextExpiry',
        header: t('column.nextExpiry'),
        sort: 'nextExpiry',
        width: 130,
        optional: true,
        labelOnPhone: true,
        cell: (row) => day(row.nextExpiryOn),
      },
      {
        key: 'created',
        header: t('column.created'),
        sort: 'created',
        sortFirst: 'desc',
        width: 120,
        optional: true,
        labelOnPhone: true,
        cell: (row) => day(row.createdAt),
      },
      { key: 'tags', header: t('column.tags'), width: 160, optional: true, cell: (row) => row.tags.join(', ') || null },
    ]
    return columns
  }, [t, format])
}
