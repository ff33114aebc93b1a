'use client'

import { CircleUser } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { LateMenu } from '@/components/ui/menu'

const load = () => import('./menu-contents')
const Content = lazy(() => load().then((module) => ({ default: module.AccountMenuContent })))

/** Who is signed in, and what belongs to them. Holds language and theme too: on a phone the bar has no room for them. */
export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const label = useTranslations('shell')('accountMenu')
  return (
    <LateMenu load={load} trigger={(trigger) => <IconButton {...trigger} icon={CircleUser} label={label} />}>
      {(wiring) => <Content {...wiring} onShortcuts={onShortcuts} />}
    </LateMenu>
  )
}
