'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import type { MovePreview as Preview } from '@/server/features/moves/queries'

type Props = {
  preview: Preview
  /** Chosen plans by subscription; the first that fits where none is chosen. */
  plans: Readonly<Record<string, string>>
  onPlan: (subscriptionId: string, planId: string) => void
}

/** What goes along, with which plan each licence goes on, and what that takes from the pools there. */
export function MovePreview({ preview, plans, onPlan }: Props) {
  const t = useTranslations('customer.move')
  const format = useFormatter()
  const { subscriptions, pools, accounts, to } = preview
  return (
    <>
      <ul className="list-disc space-y-1 pl-5 text-base text-ink-2">
        <li>{t('accounts', { count: accounts })}</li>
        <li>{t('licences', { count: subscriptions.length })}</li>
        <li>{t('log', { partner: preview.from })}</li>
      </ul>
      {subscriptions.length > 0 ? (
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="border-line border-b text-left text-ink-2">
              <th scope="col" className="py-2 pr-2 font-medium">
                {t('product')}
              </th>
              <th scope="col" className="px-2 py-2 text-right font-medium">
                {t('units')}
              </th>
              <th scope="col" className="py-2 pl-2 font-medium">
                {t('plan', { partner: to })}
              </th>
            </tr>
          </thead>
          <tbody>
            {subscriptions.map((each) => (
              <tr key={each.subscriptionId} className="border-line border-b">
                <td className="py-2 pr-2">
                  {each.productName}
                  <span className="block text-ink-3 text-xs">{each.planName}</span>
                </td>
                <td className="px-2 py-2 text-right tabular-nums">{format.number(each.units)}</td>
                <td className="py-2 pl-2">
                  {each.plans.length === 0 ? (
                    <span className="text-danger-text">{t('noPlan')}</span>
                  ) : (
                    <Select
                      aria-label={t('planOf', { product: each.productName })}
                      value={plans[each.subscriptionId] ?? each.plans[0]?.id ?? ''}
                      onChange={(event) => onPlan(each.subscriptionId, event.target.value)}
                      options={each.plans.map(({ id, name }) => ({ value: id, label: name }))}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {pools?.map((pool) => (
        <p
          key={`${pool.productName} ${pool.version}`}
          className={pool.units > pool.available && !pool.refill ? 'text-danger-text' : 'text-ink-2'}
        >
          {t(pool.units > pool.available ? (pool.refill ? 'poolRefill' : 'poolShort') : 'pool', {
            product: pool.productName,
            units: pool.units,
            available: pool.available,
          })}
        </p>
      ))}
    </>
  )
}
