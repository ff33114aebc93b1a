'use client'

import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** There are rows, but none that match. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const t = useTranslations('table')
  return (
    <EmptyState
      icon={SearchX}
      title={t('noMatch')}
      hint={t('noMatchHint')}
      action={<Button onClick={onClear}>{t('clearFilters')}</Button>}
    />
  )
}
