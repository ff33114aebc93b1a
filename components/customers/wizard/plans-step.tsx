'use client'

import { useTranslations } from 'next-intl'
import { Outcome } from '@/components/licences/assign/outcome'
import { WishList } from '@/components/licences/assign/wish-list'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Checkbox } from '@/components/ui/checkbox'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { Wizard } from './use-wizard'

/** Plans that the customer gets at once: several, or none. */
export function PlansStep({ wizard: { plans, form } }: { wizard: Wizard }) {
  const t = useTranslations('customer.wizard')
  const l = useTranslations('licence')
  const refusal = useRefusal()
  const { choice, error, wishes, setWishes, decisions, names, isRefused } = plans
  return (
    <div className="flex flex-col gap-4">
      {error ? (
        <Banner tone="danger" live>
          {refusal.of(error)}
        </Banner>
      ) : null}
      {choice ? (
        <WishList
          choice={choice}
          wishes={wishes}
          onChange={setWishes}
          hasProduct={() => false}
          outcome={(wish, plan) => {
            const decision = decisions[wishes.indexOf(wish)]
            const isTyped = wish.units !== '' || isRefused
            return decision ? <Outcome decision={decision} plan={plan} isTyped={isTyped} plans={names} /> : null
          }}
        />
      ) : error ? null : (
        <SkeletonLines lines={3} />
      )}
      {isRefused ? (
        <Banner tone="danger" live>
          {t('plansRefused')}
        </Banner>
      ) : null}
      {wishes.length > 0 ? (
        <Checkbox label={l('sendMail')} hint={l('sendMailHint')} {...form.register('sendMail')} />
      ) : (
        <p className="text-ink-3 text-sm">{t('noPlans')}</p>
      )}
    </div>
  )
}
