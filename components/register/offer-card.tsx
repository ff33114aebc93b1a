'use client'

import { useTranslations } from 'next-intl'
import { useLicenceWords } from '@/components/licences/words'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { Offer } from '@/server/features/keys/offer'

/** What is registered: product, units, how long, from whom. `units` is null while they are to be chosen. */
export function OfferCard({ offer, units }: { offer: Offer; units: number | null }) {
  const t = useTranslations('register')
  const words = useLicenceWords()
  const { productName, vendor, planName, version, unit, months, endsOn, autoRenew, manager } = offer
  const term = endsOn === null ? t('termFirstSignIn', { months }) : t('term', { months, until: words.day(endsOn) })
  return (
    <Card title={productName} note={vendor}>
      <DescriptionList
        facts={[
          { key: 'plan', term: t('plan'), value: planName },
          { key: 'version', term: t('version'), value: t(`versions.${version}`) },
          ...(units === null ? [] : [{ key: 'units', term: t('units'), value: words.units(units, unit) }]),
          { key: 'term', term: t('termLabel'), value: autoRenew ? `${term} ${t('renews')}` : term },
          { key: 'from', term: t('from'), value: manager.name },
        ]}
      />
    </Card>
  )
}
