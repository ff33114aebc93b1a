'use client'

import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** What does not exist and what is outside the reach: the same words for both. */
export function NotFound() {
  const t = useTranslations('shell')
  return (
    <EmptyState
      isPage
      icon={SearchX}
      title={t('notFound')}
      hint={t('notFoundHint')}
      action={<ButtonLink href="/">{t('toStart')}</ButtonLink>}
    />
  )
}
