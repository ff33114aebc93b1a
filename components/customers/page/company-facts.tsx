'use client'

import { useTranslations } from 'next-intl'
import { CountryName } from '@/components/companies/country'
import { DescriptionList, type Fact } from '@/components/ui/description-list'
import { Badge } from '@/components/ui/status'
import { isIndustry } from '@/server/lib/industries'
import type { CustomerRecord } from './use-customer'

/** The profile of a customer, to read. */
export function CompanyFacts({ customer }: { customer: CustomerRecord }) {
  const t = useTranslations('companies')
  const { address, postalCode, city, state, country, industry, emergencyEmails, tags, note } = customer
  const facts: Fact[] = [
    { key: 'address', term: t('field.address'), value: address },
    { key: 'city', term: t('field.city'), value: [postalCode, city].filter(Boolean).join(' ') },
    { key: 'state', term: t('field.state'), value: state },
    { key: 'country', term: t('field.country'), value: <CountryName code={country} /> },
    { key: 'industry', term: t('field.industry'), value: isIndustry(industry) ? t(`industry.${industry}`) : industry },
    {
      key: 'emergencyEmails',
      term: t('field.emergencyEmails'),
      value:
        emergencyEmails.length === 0 ? null : (
          <ul>
            {emergencyEmails.map((address) => (
              <li key={address}>
                <a className="text-accent-text hover:underline" href={`mailto:${address}`}>
                  {address}
                </a>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: 'tags',
      term: t('field.tags'),
      value:
        tags.length === 0 ? null : (
          <span className="flex flex-wrap gap-1">
            {tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        ),
    },
    { key: 'note', term: t('field.note'), value: note ? <span className="whitespace-pre-wrap">{note}</span> : null },
  ]
  return <DescriptionList facts={facts} />
}
