'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/ui/description-list'
import { countryName } from '@/server/lib/countries'
import type { Wizard } from './use-wizard'

/** Everything once more, before it is created. */
export function ReviewStep({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('partners.wizard')
  const c = useTranslations('companies.field')
  const a = useTranslations('accounts.field')
  const tAccess = useTranslations('access.kind')
  const locale = useLocale()
  const { kind, company, account } = wizard.form.getValues()
  const country = countryName(company.country, locale)
  const person = `${account.firstName} ${account.lastName}`.trim()
  return (
    <div className="flex flex-col gap-6">
      <p className="text-lg leading-relaxed">
        {t.rich('reviewSentence', {
          b: (chunks: ReactNode) => <b className="font-semibold">{chunks}</b>,
          company: company.name,
          kind: tAccess(kind),
          place: [company.city, country].filter(Boolean).join(', '),
          person,
          loginName: account.loginName,
        })}
      </p>
      <DescriptionList
        facts={[
          { key: 'slug', term: c('slug'), value: `/${company.slug}/sign-in` },
          {
            key: 'address',
            term: c('address'),
            value: [company.address, company.postalCode, company.city, company.state, country]
              .filter(Boolean)
              .join(', '),
          },
          { key: 'email', term: a('email'), value: account.email },
          { key: 'timeZone', term: a('timeZone'), value: account.timeZone },
          { key: 'note', term: c('note'), value: company.note },
        ]}
      />
      <p className="text-ink-2">{t(`next.${kind}`)}</p>
    </div>
  )
}
