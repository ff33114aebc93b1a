'use client'

import { useTranslations } from 'next-intl'
import { CountryName } from '@/components/companies/country-name'
import { Dash, DescriptionList, type Fact } from '@/components/ui/description-list'
import { Badge } from '@/components/ui/status'
import { isIndustry } from '@/server/lib/industries'

type Company = {
  address: string
  postalCode: string
  city: string
  state: string
  country: string
  industry: string
  emergencyEmails: readonly string[]
  /** Only customers are found by tags. */
  tags?: readonly string[]
  note: string
}

/** The profile of a company, to read by those above it. */
export function CompanyFacts({ company }: { company: Company }) {
  const t = useTranslations('companies')
  const { address, postalCode, city, state, country, industry, emergencyEmails, tags, note } = company
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
    ...(tags ? [{ key: 'tags', term: t('field.tags'), value: <Tags tags={tags} /> }] : []),
    { key: 'note', term: t('field.note'), value: note ? <span className="whitespace-pre-wrap">{note}</span> : null },
  ]
  return <DescriptionList facts={facts} />
}

function Tags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return <Dash />
  return (
    <span className="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </span>
  )
}
