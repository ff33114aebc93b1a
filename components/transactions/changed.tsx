'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { cn } from '@/components/ui/cn'
import { OldNew } from '@/components/ui/old-new'

/** Old → new; one of them alone where nothing changed or nothing was. */
export function Changed({ before, after }: { before: string | null; after: string | null }) {
  const t = useTranslations('transactions')
  if (before === null || before === after) return <span>{after}</span>
  return <OldNew old={before} now={after ?? t('none')} />
}

/** How many units came or went, with its sign. */
export function Difference({ units }: { units: number }) {
  const format = useFormatter()
  return (
    <span className={cn('tabular-nums', units === 0 && 'text-ink-3')}>
      {format.number(units, { signDisplay: 'exceptZero' })}
    </span>
  )
}
