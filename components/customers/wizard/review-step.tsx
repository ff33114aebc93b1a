'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Outcome } from '@/components/licences/assign/outcome'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { countryName } from '@/server/lib/countries'
import type { StepKey } from './step-fields'
import type { Wizard } from './use-wizard'

/** Everything once more: as a sentence, and in its parts, each with a way back. */
export function ReviewStep({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('customer.wizard')
  const c = useTranslations('companies')
  const a = useTranslations('accounts.field')
  const p = useTranslations('customer.profile')
  const locale = useLocale()
  const { portal, company, account } = wizard.form.getValues()
  const bold = (chunks: React.ReactNode) => <b className="font-semibold">{chunks}</b>
  const country = countryName(company.country, locale)
  const person = `${account.firstName} ${account.lastName}`.trim()
  const phone = [account.phoneCountry, account.phoneArea, account.phoneNumber].filter(Boolean).join(' ')

  return (
    <div className="flex flex-col gap-6">
      <p className="text-lg leading-relaxed">
        {t.rich('reviewSentence', {
          b: bold,
          company: company.name,
          place: [company.city, country].filter(Boolean).join(', '),
          manager: wizard.managerName,
          portal: c(`portal.${portal}`),
          person,
          loginName: account.loginName,
        })}
      </p>
      <Banner tone="info">{account.password ? t('reviewPassword') : t('reviewNoPassword')}</Banner>
      <Part
        step="company"
        wizard={wizard}
        facts={[
          { key: 'slug', term: c('field.slug'), value: `/${company.slug}/sign-in` },
          {
            key: 'address',
            term: c('field.address'),
            value: [company.address, company.postalCode, company.city, company.state, country]
              .filter(Boolean)
              .join(', '),
          },
          {
            key: 'industry',
            term: c('field.industry'),
            value: company.industry ? c(`industry.${company.industry}` as 'industry.other') : '',
          },
          { key: 'emails', term: c('field.emergencyEmails'), value: (company.emergencyEmails ?? []).join(', ') },
          { key: 'tags', term: c('field.tags'), value: (company.tags ?? []).join(', ') },
          { key: 'note', term: c('field.note'), value: company.note },
        ]}
      />
      <Part
        step="account"
        wizard={wizard}
        facts={[
          { key: 'name', term: p('name'), value: person },
          { key: 'email', term: a('email'), value: account.email },
          { key: 'phone', term: a('phone'), value: phone },
          { key: 'timeZone', term: a('timeZone'), value: account.timeZone },
        ]}
      />
      <PlansPart wizard={wizard} />
    </div>
  )
}

/** Each plan as a sentence: what it issues. */
function PlansPart({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('customer.wizard')
  const { wishes, choice, decisions, names } = wizard.plans
  return (
    <Part
      step="plans"
      wizard={wizard}
      facts={wishes.flatMap((wish, at) => {
        const plan = choice?.plans.find(({ id }) => id === wish.planId)
        const decision = decisions[at]
        if (!plan || !decision) return []
        return [
          {
            key: plan.id,
            term: plan.name,
            value: <Outcome decision={decision} plan={plan} isTyped plans={names} />,
          },
        ]
      })}
    >
      {wishes.length === 0 ? <p className="text-base text-ink-3">{t('noPlans')}</p> : null}
    </Part>
  )
}

type PartProps = { step: StepKey; wizard: Wizard; facts: Fact[]; children?: React.ReactNode }

function Part({ step, wizard, facts, children }: PartProps) {
  const t = useTranslations('customer.wizard')
  return (
    <section>
      <header className="flex items-baseline justify-between gap-2">
        <h3 className="font-semibold text-base">{t(`step.${step}`)}</h3>
        <Button
          variant="link"
          size="sm"
          className="-mr-2"
          aria-label={t('editStep', { step: t(`step.${step}`) })}
          onClick={() => wizard.setStep(step)}
        >
          {t('edit')}
        </Button>
      </header>
      <DescriptionList facts={facts} />
      {children}
    </section>
  )
}
