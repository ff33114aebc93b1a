'use client'

import { useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { Tile } from './tile'
import { useFigures } from './use-figures'

/**
 * How many companies there are below, and plans to sell from; every figure is a filter of the list that holds them. However many
 * of them somebody may see, they fill one row; where only two fit beside each other, an odd one out takes the whole last row.
 */
export function CompanyTiles() {
  const t = useTranslations('dashboard')
  const can = useCan()
  const { data, isPending } = useFigures()
  const { customers, partners, enabledPlans } = data ?? {}
  if (!can('customer.view') && !can('partner.view') && !can('plan.view')) return null
  return (
    <section
      className="grid grid-cols-2 gap-3 max-lg:*:last:odd:col-span-2 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none"
      aria-busy={isPending}
    >
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
      {can('plan.view') ? (
        <Tile label={t('enabledPlans')} figure={enabledPlans ?? undefined} href="/plans?state=enabled" />
      ) : null}
    </section>
  )
}
