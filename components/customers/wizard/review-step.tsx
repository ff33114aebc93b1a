'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FirstSignIn, useAccountReview, useMailReview } from '@/components/accounts/account-review'
import { useCompanyReview } from '@/components/companies/company-review'
import { ReviewPart } from '@/components/forms/review-part'
import { Outcome } from '@/components/licences/assign/outcome'
import { countryName } from '@/server/lib/country-name'
import type { Wizard } from './use-wizard'

/** Everything once more: as a sentence, and in its parts, each with a way back. */
export function ReviewStep({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('customer.wizard')
  const c = useTranslations('companies')
  const locale = useLocale()
  const { portal, company, account } = wizard.form.getValues()
  const facts = { company: useCompanyReview(company), account: useAccountReview(account), mail: useMailReview(account) }
  const tags = { key: 'tags', term: c('field.tags'), value: (company.tags ?? []).join(', ') }

  return (
    <div className="flex flex-col gap-6">
      <p className="text-lg leading-relaxed">
        {t.rich('reviewSentence', {
          b: (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>,
          company: company.name,
          place: [company.city, countryName(company.country, locale)].filter(Boolean).join(', '),
          manager: wizard.managerName,
          portal: c(`portal.${portal}`),
          person: `${account.firstName} ${account.lastName}`.trim(),
          loginName: account.loginName,
        })}
      </p>
      <FirstSignIn account={account} />
      <ReviewPart title={t('step.company')} facts={[...facts.company, tags]} onEdit={() => wizard.setStep('company')} />
      <ReviewPart
        title={t('step.account')}
        facts={[...facts.account, ...facts.mail]}
        onEdit={() => wizard.setStep('account')}
      />
      <PlansPart wizard={wizard} />
    </div>
  )
}

/** Each plan as a sentence: what it issues. */
function PlansPart({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('customer.wizard')
  const { wishes, choice, decisions, names } = wizard.plans
  const facts = wishes.flatMap((wish, at) => {
    const plan = choice?.plans.find(({ id }) => id === wish.planId)
    const decision = decisions[at]
    if (!plan || !decision) return []
    return [{ key: plan.id, term: plan.name, value: <Outcome decision={decision} plan={plan} isTyped plans={names} /> }]
  })
  return (
    <ReviewPart title={t('step.plans')} facts={facts} onEdit={() => wizard.setStep('plans')}>
      {wishes.length === 0 ? <p className="text-base text-ink-3">{t('noPlans')}</p> : null}
    </ReviewPart>
  )
}
