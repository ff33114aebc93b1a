'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/trpc/client'
import { Tile } from './tile'

/** Of the conditions those that somebody may want to act on. */
const SHOWN = ['expiringSoon', 'grace', 'expired', 'suspended', 'exceeded', 'awaitingSignIn'] as const

/** How licences stand, as customers to look at; every figure is a filter of the Customers list. */
export function LicenceTiles() {
  const t = useTranslations('dashboard')
  const trpc = useTRPC()
  const { data, isPending } = useQuery(trpc.dashboard.figures.queryOptions())
  const { customers, enabledPlans } = data ?? { customers: null, enabledPlans: null }
  if (!isPending && !customers && enabledPlans === null) return null
  return (
    <section aria-labelledby="licence-tiles" aria-busy={isPending}>
      <h2 id="licence-tiles" className="pb-2 font-semibold text-lg">
        {t('licences.title')}
      </h2>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-4">
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
        {(customers?.expiring ?? []).slice(1).map(({ days, from, to, count }) => (
          <Tile
            key={days}
            label={t('licences.within', { days })}
            figure={count}
            href={`/customers?expires=${from}..${to}&sort=nextExpiry`}
          />
        ))}
        {enabledPlans === null ? null : <Tile label={t('licences.enabledPlans')} figure={enabledPlans} href="/plans" />}
      </div>
    </section>
  )
}
