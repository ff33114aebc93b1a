import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** What was → what is. */
export function OldNew({ old, now }: { old: ReactNode; now: ReactNode }) {
  const t = useTranslations('common')
  return (
    <span className="tabular-nums">
      <span className="text-ink-3">{old}</span>
      <span aria-hidden>{' → '}</span>
      <span className="sr-only"> {t('becomes')} </span>
      <span className="font-medium">{now}</span>
    </span>
  )
}
