'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { Status } from '@/components/ui/status'
import type { PlanRecord } from '@/server/features/plans/queries'
import { mayOfferTrial } from '@/server/features/plans/rules'

/** Every setting of a plan, to read. */
export function PlanSettings({ plan }: { plan: PlanRecord }) {
  const t = useTranslations('plans')
  const format = useFormatter()
  const yes = (is: boolean) => (is ? t('yes') : t('no'))
  const renewal = plan.autoRenew ? t('every', { months: plan.renewMonths }) : t('noRenewal')
  return (
    <div className="grid max-w-6xl items-start gap-4 lg:grid-cols-2">
      <Card title={t('group.mould')}>
        <DescriptionList
          facts={[
            { key: 'product', term: t('field.product'), value: `${plan.product.name} (${plan.productCode})` },
            { key: 'unit', term: t('field.unit'), value: t(`unit.${plan.unit}`) },
            { key: 'version', term: t('field.version'), value: t(`version.${plan.version}`) },
            { key: 'nfr', term: t('field.nfr'), value: yes(plan.nfr) },
            { key: 'enabled', term: t('field.enabled'), value: yes(plan.enabled) },
            {
              key: 'created',
              term: t('column.created'),
              value: plan.createdBy
                ? t('createdBy', {
                    on: format.dateTime(new Date(plan.createdAt), { dateStyle: 'medium' }),
                    by: plan.createdBy,
                  })
                : format.dateTime(new Date(plan.createdAt), { dateStyle: 'medium' }),
            },
          ]}
        />
      </Card>
      <Card title={t('group.term')}>
        <DescriptionList
          facts={[
            { key: 'initial', term: t('field.initialMonths'), value: t('months', { months: plan.initialMonths }) },
            { key: 'renewal', term: t('field.autoRenew'), value: renewal },
            { key: 'notice', term: t('field.noticeDays'), value: t('days', { days: plan.noticeDays }) },
            { key: 'grace', term: t('field.graceDays'), value: t('days', { days: plan.graceDays }) },
          ]}
        />
      </Card>
      <Card title={t('group.use')}>
        <DescriptionList
          facts={[
            { key: 'policy', term: t('field.activationPolicy'), value: t(`policy.${plan.activationPolicy}`) },
            { key: 'managed', term: t('field.managed'), value: yes(plan.managed) },
            ...plan.dataCentres.map((centre) => ({
              key: centre.productId,
              term: t('dataCentreOf', { product: centre.product }),
              value: centre.enabled ? centre.name : t('dataCentreClosed', { name: centre.name }),
            })),
          ]}
        />
      </Card>
      {plan.version === 'trial' ? <TrialCard plan={plan} /> : null}
    </div>
  )
}

/** Where prospects sign up for a trial, and whether they can at the moment. */
function TrialCard({ plan }: { plan: PlanRecord }) {
  const t = useTranslations('plans')
  const tErrors = useTranslations('errors')
  const open = mayOfferTrial({ ...plan, granted: true, nfrTaken: false }, plan.today)
  return (
    <Card title={t('trial.title')} note={t('trial.note')}>
      {plan.trialUrl ? (
        <div className="flex flex-col gap-2">
          <div className="flex min-w-0 items-center gap-1">
            <a
              href={plan.trialUrl}
              target="_blank"
              rel="noreferrer"
              className="min-w-0 break-all text-accent-text hover:underline"
            >
              {plan.trialUrl}
            </a>
            <CopyButton text={plan.trialUrl} label={t('trial.copy')} />
          </div>
          {open.ok ? (
            <Status tone="good">{t('trial.open')}</Status>
          ) : (
            <Status tone="warning" shape="caution">
              {tErrors(open.code)}
            </Status>
          )}
        </div>
      ) : (
        <p className="text-ink-3">{t('trial.closed')}</p>
      )}
    </Card>
  )
}
