'use client'

import { useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { Tile } from './tile'
import { useFigures } from './use-figures'

/** How many companies there are below; every figure is a filter of the list that holds them. */
export function CompanyTiles() {
  const t = useTranslations('dashboard')
  const can = useCan()
  const { data, isPending } = useFigures()
  const { customers, partners } = data ?? {}
  if (!can('customer.view') && !can('partner.view')) return null
  return (
    <section className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-5" aria-busy={isPending}>
      {can('customer.view') ? (
        <>
          <Tile label={t('enabledCustomers')} figure={customers?.enabled} href="/customers?status=enabled" />
          <Tile label={t('newThisMonth')} figure={customers?.recent} href="/customers?sort=-created" />
          <Tile label={t('disabledCustomers')} figure={customers?.disabled} href="/customers?status=disabled" />
        </>
      ) : null}
      {can('partner.view') ? (
        <>
          <Tile label={t('activePartners')} figure={partners?.active} href="/partners?status=active" />
          <Tile label={t('suspendedPartners')} figure={partners?.suspended} href="/partners?status=suspended" />
        </>
      ) : null}
    </section>
  )
}
