'use client'

import { useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { Tile } from './tile'
import { useFigures } from './use-figures'

/** Of the conditions those that somebody may want to act on. */
const SHOWN = ['expiringSoon', 'grace', 'expired', 'suspended', 'exceeded', 'awaitingSignIn'] as const
const WITHIN_DAYS = [30, 60, 90] as const

/** How licences stand, as customers to look at; every figure is a filter of the Customers list. */
export function LicenceTiles() {
  const t = useTranslations('dashboard')
  const can = useCan()
  const { data, isPending } = useFigures()
  const { customers } = data ?? {}
  if (!can('customer.view')) return null
  return (
    <section aria-labelledby="licence-tiles" aria-busy={isPending}>
      <h2 id="licence-tiles" className="pb-2 font-semibold text-lg">
        {t('licences.title')}
      </h2>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Tile
          label={t('licences.action')}
          figure={customers?.action}
          href="/customers?attention=licenceAction"
          look="action"
        />
        <Tile
          label={t('licences.warning')}
          figure={customers?.warning}
          href="/customers?attention=licenceWarning"
          look="warning"
        />
        {SHOWN.map((key) => (
          <Tile
            key={key}
            label={t(`licences.${key}`)}
            figure={customers?.with[key]}
            href={`/customers?licences=${key}`}
          />
        ))}
      </div>
      <div className="mt-3 grid grid-cols-3 gap-3">
        {WITHIN_DAYS.map((days) => {
          const found = customers?.expiring.find((one) => one.days === days)
          const href = `/customers?expires=${found?.from ?? ''}..${found?.to ?? ''}&sort=nextExpiry`
          return <Tile key={days} label={t('licences.within', { days })} figure={found?.count} href={href} />
        })}
      </div>
    </section>
  )
}
