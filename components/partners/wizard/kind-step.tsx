'use client'

import { useTranslations } from 'next-intl'
import { RadioGroup } from '@/components/ui/radio-group'
import { PARTNER_KINDS } from '@/server/features/partners/options'
import type { Wizard } from './use-wizard'

/** MSP or reseller: it decides from what the partner sells. */
export function KindStep({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('partners.wizard')
  const tAccess = useTranslations('access.kind')
  const { input, error } = wizard.bind('kind')
  return (
    <RadioGroup
      legend={t('kindTitle')}
      cards
      input={input}
      error={error}
      options={PARTNER_KINDS.map((value) => ({ value, label: tAccess(value), hint: t(`kindHint.${value}`) }))}
    />
  )
}
