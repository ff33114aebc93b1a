'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useCan } from '@/components/access/access-provider'
import { FirstSignIn, useAccountReview, useMailReview } from '@/components/accounts/account-review'
import { useCompanyReview } from '@/components/companies/company-review'
import { ReviewPart } from '@/components/forms/review-part'
import { PoolStates } from '@/components/products/pool-states'
import { useFigures } from '@/components/products/words'
import type { Fact } from '@/components/ui/description-list'
import { countryName } from '@/server/lib/country-name'
import type { StepKey } from './steps'
import type { Wizard } from './use-wizard'

/** Everything once more, before it is created: as a sentence, and in its parts, each with a way back. */
export function ReviewStep({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('partners.wizard')
  const tAccess = useTranslations('access.kind')
  const locale = useLocale()
  const { kind, company, account } = wizard.form.getValues()
  return (
    <div className="flex flex-col gap-6">
      <p className="text-lg leading-relaxed">
        {t.rich('reviewSentence', {
          b: (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>,
          company: company.name,
          kind: tAccess(kind),
          place: [company.city, countryName(company.country, locale)].filter(Boolean).join(', '),
          person: `${account.firstName} ${account.lastName}`.trim(),
          loginName: account.loginName,
        })}
      </p>
      <FirstSignIn account={account} />
      <Part wizard={wizard} step="company" facts={useCompanyReview(company)} />
      <Part wizard={wizard} step="account" facts={useAccountReview(account)} />
      {kind === 'msp' ? <MspParts wizard={wizard} /> : <PlansPart wizard={wizard} />}
      <OptionsPart wizard={wizard} />
    </div>
  )
}

type PartProps = { wizard: Wizard; step: StepKey; facts: readonly Fact[]; none?: string }

function Part({ wizard, step, facts, none }: PartProps) {
  const t = useTranslations('partners.wizard')
  return (
    <ReviewPart title={t(`step.${step}`)} facts={facts} onEdit={() => wizard.setStep(step)}>
      {none && facts.length === 0 ? <p className="text-base text-ink-3">{none}</p> : null}
    </ReviewPart>
  )
}

/** What an MSP sells from, and where its remote management runs. */
function MspParts({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('partners')
  const p = useTranslations('products')
  const locale = useLocale()
  const { count } = useFigures()
  const { allocations = [], remote } = wizard.form.getValues()
  const { allocatable = [], dataCentres = [] } = wizard.options.data ?? {}
  const sold = allocations.flatMap((wish) => {
    const row = allocatable.find(({ productId, version }) => productId === wish.productId && version === wish.version)
    if (!row) return []
    return [
      {
        key: `${wish.productId} ${wish.version}`,
        term: t('wizard.productVersion', { name: row.name, version: p(`version.${wish.version}`) }),
        value: (
          <span className="flex flex-wrap items-center gap-x-3">
            {t('wizard.units', { units: count(wish.allocated), unit: p(`unit.${row.unit}`) })}
            <PoolStates pool={{ ...wish, provisioned: 0 }} />
          </span>
        ),
      },
    ]
  })
  const centre = remote?.enabled ? dataCentres.find(({ id }) => id === remote.dataCentreId) : undefined
  const place = centre && t('remote.place', { name: centre.name, country: countryName(centre.country, locale) })
  return (
    <>
      <Part wizard={wizard} step="licences" facts={sold} none={t('wizard.noLicences')} />
      <Part
        wizard={wizard}
        step="remote"
        facts={[{ key: 'remote', term: t('remote.state'), value: place ?? t('remote.off') }]}
      />
    </>
  )
}

/** What a reseller sells. */
function PlansPart({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('partners.wizard')
  const p = useTranslations('plans')
  const { planIds = [] } = wizard.form.getValues()
  const facts = (wizard.options.data?.plans ?? [])
    .filter(({ planId }) => planIds.includes(planId))
    .map(({ planId, name, product, version }) => ({
      key: planId,
      term: name,
      value: p('grants.of', { product, version: p(`version.${version}`) }),
    }))
  return <Part wizard={wizard} step="plans" facts={facts} none={t('noPlans')} />
}

/** The mail to the first person, and the brand. */
function OptionsPart({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('partners')
  const can = useCan()
  const { kind, account, ownBranding } = wizard.form.getValues()
  const brand = {
    key: 'brand',
    term: t('branding.title'),
    value: ownBranding ? t('branding.allowed') : t('branding.forbidden'),
  }
  const mail = useMailReview(account)
  const facts = kind === 'msp' && can('branding.manage') ? [...mail, brand] : mail
  return <Part wizard={wizard} step="options" facts={facts} />
}
