'use client'

import { Languages } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { useLanguageChoices } from './use-choices'

export function LanguageMenu() {
  const t = useTranslations('shell')
  return (
    <Menu
      label={t('language')}
      items={useLanguageChoices()}
      trigger={(trigger) => <IconButton {...trigger} icon={Languages} label={t('language')} />}
    />
  )
}
