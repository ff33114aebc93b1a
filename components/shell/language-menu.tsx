'use client'

import { Languages } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { LateMenu } from '@/components/ui/menu'

const load = () => import('./menu-contents')
const Content = lazy(() => load().then((module) => ({ default: module.LanguageMenuContent })))

export function LanguageMenu() {
  const label = useTranslations('shell')('language')
  return (
    <LateMenu load={load} trigger={(trigger) => <IconButton {...trigger} icon={Languages} label={label} />}>
      {(wiring) => <Content {...wiring} />}
    </LateMenu>
  )
}
