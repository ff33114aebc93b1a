'use client'

import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'

/** A suspended company reads everything and changes nothing: said once, above every page. */
export function ReadOnlyBanner() {
  const t = useTranslations('shell')
  return (
    <Banner tone="warning" className="shrink-0 rounded-none px-4 md:px-6">
      {t('readOnly')}
    </Banner>
  )
}
