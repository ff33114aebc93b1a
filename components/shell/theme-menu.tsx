'use client'

import { SunMoon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { useThemeChoices } from './use-choices'

export function ThemeMenu() {
  const t = useTranslations('shell')
  return (
    <Menu
      label={t('theme.label')}
      items={useThemeChoices()}
      trigger={(trigger) => <IconButton {...trigger} icon={SunMoon} label={t('theme.label')} />}
    />
  )
}
