'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { CompanyStatus } from '@/components/companies/company-status'
import { CountryName } from '@/components/companies/country-name'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import type { OwnCompany } from '@/server/features/companies/own'
import { isIndustry } from '@/server/lib/industries'

/** What stands firm about a company: kind, status, contact, where its people sign in. */
export function CompanyFacts({ company }: { company: OwnCompany }) {
  const t = useTranslations('company')
  const access = useTranslations('access')
  const words = useTranslations('companies')
  const format = useFormatter()
  const path = `/${company.slug}/sign-in`
  return (
    <Card>
      <DescriptionList
        facts={[
          { key: 'kind', term: t('kind'), value: access(`kind.${company.kind}`) },
          { key: 'status', term: t('status'), value: <CompanyStatus status={company.status} /> },
          ...(company.portal === null
            ? []
            : [{ key: 'portal', term: t('portal'), value: words(`portal.${company.portal}`) }]),
          {
            key: 'signInUrl',
            term: t('signInUrl'),
            value: (
              <span className="inline-flex max-w-full items-center gap-1">
                <a href={path} className="min-w-0 break-all text-accent-text underline-offset-3 hover:underline">
                  {path}
                </a>
                <CopySignInUrl path={path} />
              </span>
            ),
          },
          { key: 'contact', term: t('contact'), value: contactOf(company) },
          {
            key: 'since',
            term: t('since'),
            value: format.dateTime(new Date(company.createdAt), { dateStyle: 'long' }),
          },
        ]}
      />
    </Card>
  )
}

function CopySignInUrl({ path }: { path: string }) {
  const t = useTranslations('company')
  const origin = typeof window === 'undefined' ? '' : window.location.origin
  return <CopyButton text={`${origin}${path}`} label={t('copy')} />
}

const contactOf = ({ contactName, contactEmail, contactPhone }: OwnCompany): string =>
  // A number stays in one line.
  [contactName, contactEmail, contactPhone.replaceAll(' ', '\u00a0')].filter((part) => part !== '').join(' · ')

/** The profile for those who may read it only. */
export function ReadOnlyProfile({ company }: { company: OwnCompany }) {
  const t = useTranslations('companies.field')
  const industry = useTranslations('companies.industry')
  return (
    <Card>
      <DescriptionList
        facts={[
          { key: 'name', term: t('name'), value: company.name },
          { key: 'address', term: t('address'), value: company.address },
          { key: 'postalCode', term: t('postalCode'), value: company.postalCode },
          { key: 'city', term: t('city'), value: company.city },
          { key: 'state', term: t('state'), value: company.state },
          { key: 'country', term: t('country'), value: <CountryName code={company.country} /> },
          {
            key: 'industry',
            term: t('industry'),
            value: isIndustry(company.industry) ? industry(company.industry) : company.industry,
          },
          { key: 'emergencyEmails', term: t('emergencyEmails'), value: company.emergencyEmails.join(', ') },
        ]}
      />
    </Card>
  )
}
