'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { CompanyStatus } from '@/components/companies/company-status'
import { CountryName } from '@/components/companies/country-name'
import { CalendarDay, Instant } from '@/components/time'
import { CountPair } from '@/components/ui/status'
import type { CustomerRow } from '@/server/features/customers/list-queries'
import type { CustomerColumn } from './file-columns'

/** The columns of the Customers list, in their order. */
export function useCustomerColumns(): readonly CustomerColumn[] {
  const t = useTranslations('customers')
  const format = useFormatter()
  return useMemo(() => {
    const instant = (at: string | null) => (at ? <Instant at={at} dayOnly /> : null)
    const count = (figure: number, key: 'action' | 'warning', href?: string) =>
      figure > 0 ? { figure: format.number(figure), label: t(`attention.${key}`, { count: figure }), href } : null
    const pair = (red: number, yellow: number, href?: string) =>
      red + yellow > 0 ? <CountPair red={count(red, 'action', href)} yellow={count(yellow, 'warning', href)} /> : null
    const wide: CustomerColumn[] = [
      { key: 'company', header: t('column.company'), sort: 'name', width: 180, minWidth: 150, cell: company },
      { key: 'contact', header: t('column.contact'), width: 124, cell: contact },
      { key: 'phone', header: t('column.phone'), width: 143, cell: (row) => row.contactPhone || null },
      {
        key: 'products',
        header: t('column.products'),
        width: 130,
        grows: true,
        cell: (row) => row.products.join(', ') || null,
      },
      {
        key: 'threat',
        header: t('column.threat'),
        width: 100,
        sort: 'attention',
        sortFirst: 'desc',
        cell: (row) => pair(row.threatAction, row.threatWarning),
      },
      {
        key: 'licence',
        header: t('column.licence'),
        width: 100,
        cell: (row) => pair(row.licenceAction, row.licenceWarning, `/customers/${row.id}?tab=licences`),
      },
      {
        key: 'lastTransaction',
        header: t('column.lastTransaction'),
        width: 124,
        sort: 'lastTransaction',
        sortFirst: 'desc',
        labelOnPhone: true,
        cell: (row) => instant(row.lastTransactionAt),
      },
    ]
    const optional: CustomerColumn[] = [
      { key: 'status', header: t('column.status'), width: 120, cell: (row) => <CompanyStatus status={row.status} /> },
      { key: 'partner', header: t('column.partner'), width: 180, cell: (row) => row.partnerName },
      {
        key: 'country',
        header: t('column.country'),
        sort: 'country',
        width: 140,
        cell: (row) => <CountryName code={row.country} />,
      },
      { key: 'city', header: t('column.city'), sort: 'city', width: 140, cell: (row) => row.city },
      { key: 'portal', header: t('column.portal'), width: 90, cell: (row) => t(`portal.${row.portal}`) },
      { key: 'managed', header: t('column.managed'), width: 130, cell: (row) => (row.managed ? t('yes') : null) },
      {
        key: 'provisioned',
        header: t('column.provisioned'),
        width: 110,
        align: 'end',
        labelOnPhone: true,
        cell: (row) => format.number(row.unitsProvisioned),
      },
      {
        key: 'used',
        header: t('column.used'),
        width: 90,
        align: 'end',
        labelOnPhone: true,
        cell: (row) => format.number(row.unitsUsed),
      },
      {
        key: 'nextExpiry',
        header: t('column.nextExpiry'),
        sort: 'nextExpiry',
        width: 130,
        labelOnPhone: true,
        cell: (row) => (row.nextExpiryOn ? <CalendarDay on={row.nextExpiryOn} /> : null),
      },
      {
        key: 'created',
        header: t('column.created'),
        sort: 'created',
        sortFirst: 'desc',
        width: 120,
        labelOnPhone: true,
        cell: (row) => instant(row.createdAt),
      },
      { key: 'tags', header: t('column.tags'), width: 160, cell: (row) => row.tags.join(', ') || null },
    ]
    return [...wide, ...optional.map((column) => ({ ...column, optional: true }))]
  }, [t, format])
}

/** The name; who cannot sign in shows it wherever the status column is not. */
const company = ({ name, status }: CustomerRow) =>
  status === 'enabled' ? (
    name
  ) : (
    <span className="inline-flex max-w-full items-center gap-2">
      <span className="truncate text-ink-2">{name}</span>
      <span className="flex shrink-0">
        <CompanyStatus status={status} />
      </span>
    </span>
  )

const contact = ({ contactName, contactEmail }: CustomerRow) =>
  contactEmail ? (
    <a href={`mailto:${contactEmail}`} data-tip={contactEmail}>
      {contactName || contactEmail}
    </a>
  ) : (
    contactName || null
  )
