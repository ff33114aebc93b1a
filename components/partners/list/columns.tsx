'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { CompanyStatus } from '@/components/companies/company-status'
import { CountryName } from '@/components/companies/country-name'
import type { ColumnSpec } from '@/components/table/types'
import { Instant } from '@/components/time'
import { CountPair } from '@/components/ui/status'
import type { PartnerRow } from '@/server/features/partners/list'

/** The columns of the Partners list, in their order. */
export function usePartnerColumns(): readonly ColumnSpec<PartnerRow>[] {
  const t = useTranslations('partners')
  const format = useFormatter()
  return useMemo(() => {
    const figure = (value: number) => <span className="tabular-nums">{format.number(value)}</span>
    const count = (row: PartnerRow, key: 'licenceAction' | 'licenceWarning') =>
      row[key] > 0
        ? {
            figure: format.number(row[key]),
            label: t(`attention.${key}`, { count: row[key] }),
            href: `/customers?partner=${row.id}&attention=${key}`,
          }
        : null
    return [
      { key: 'name', header: t('column.name'), sort: 'name', width: 190, minWidth: 160, cell: (row) => row.name },
      { key: 'kind', header: t('column.kind'), width: 96, cell: (row) => t(`kind.${row.kind}`) },
      { key: 'contact', header: t('column.contact'), width: 100, cell: contact },
      {
        key: 'status',
        header: t('column.status'),
        width: 104,
        cell: (row) => <CompanyStatus status={row.status} />,
      },
      {
        key: 'customers',
        header: t('column.customers'),
        align: 'end',
        width: 84,
        labelOnPhone: true,
        cell: (row) => figure(row.customers),
      },
      {
        key: 'units',
        header: t('column.units'),
        align: 'end',
        width: 76,
        labelOnPhone: true,
        cell: (row) => figure(row.unitsProvisioned),
      },
      {
        key: 'licences',
        header: t('column.licences'),
        width: 126,
        cell: (row) =>
          row.licenceAction + row.licenceWarning > 0 ? (
            <CountPair red={count(row, 'licenceAction')} yellow={count(row, 'licenceWarning')} />
          ) : null,
      },
      { key: 'changed', header: t('column.changed'), width: 172, cell: (row) => <Instant at={row.updatedAt} /> },
      {
        key: 'created',
        header: t('column.created'),
        sort: 'created',
        sortFirst: 'desc',
        width: 170,
        optional: true,
        labelOnPhone: true,
        cell: (row) => <Instant at={row.createdAt} />,
      },
      {
        key: 'country',
        header: t('column.country'),
        width: 140,
        optional: true,
        cell: (row) => <CountryName code={row.country} />,
      },
    ]
  }, [t, format])
}

const contact = ({ contactName, contactEmail }: PartnerRow) =>
  contactEmail ? (
    <a className="hover:underline" href={`mailto:${contactEmail}`}>
      {contactName || contactEmail}
    </a>
  ) : (
    contactName || null
  )
