'use client'

import { SunMoon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { LateMenu } from '@/components/ui/menu'

const load = () => import('./menu-contents')
const Content = lazy(() => load().then((module) => ({ default: module.ThemeMenuContent })))

export function ThemeMenu() {
  const label = useTranslations('shell')('theme.label')
  return (
    <LateMenu load={load} trigger={(trigger) => <IconButton {...trigger} icon={SunMoon} label={label} />}>
      {(wiring) => <Content {...wiring} />}
    </LateMenu>
  )
}
