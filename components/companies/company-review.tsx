'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Fact } from '@/components/ui/description-list'
import { countryName } from '@/server/lib/country-name'
import { isIndustry } from '@/server/lib/industries'

type Company = {
  slug: string
  address?: string | undefined
  postalCode?: string | undefined
  city: string
  state: string
  country: string
  industry?: string | undefined
  emergencyEmails?: readonly string[] | undefined
  note?: string | undefined
}

/** A company that is to be, as facts to look over once more. */
export function useCompanyReview(company: Company): Fact[] {
  const t = useTranslations('companies')
  const locale = useLocale()
  const { slug, address, postalCode, city, state, country, industry = '', emergencyEmails = [], note } = company
  const place = [address, postalCode, city, state, countryName(country, locale)]
  return [
    { key: 'slug', term: t('field.slug'), value: `/${slug}/sign-in` },
    { key: 'address', term: t('field.address'), value: place.filter(Boolean).join(', ') },
    { key: 'industry', term: t('field.industry'), value: isIndustry(industry) ? t(`industry.${industry}`) : '' },
    { key: 'emails', term: t('field.emergencyEmails'), value: emergencyEmails.join(', ') },
    { key: 'note', term: t('field.note'), value: note },
  ]
}
