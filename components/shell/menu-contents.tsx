'use client'

import { Keyboard, LogOut, UserCog } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { signOut } from '@/components/sign-in/session-client'
import type { MenuEntry, MenuWiring } from '@/components/ui/menu'
import { MenuContent } from '@/components/ui/menu-content'
import { useLanguageChoices, useThemeChoices } from './use-choices'

/** What the three menus of the top bar hold. Loaded when somebody reaches for one of them. */
export function LanguageMenuContent(wiring: MenuWiring) {
  const t = useTranslations('shell')
  return <MenuContent {...wiring} label={t('language')} items={useLanguageChoices()} />
}

export function ThemeMenuContent(wiring: MenuWiring) {
  const t = useTranslations('shell')
  return <MenuContent {...wiring} label={t('theme.label')} items={useThemeChoices()} />
}

export function AccountMenuContent({ onShortcuts, ...wiring }: MenuWiring & { onShortcuts: () => void }) {
  const t = useTranslations('shell')
  const tAccess = useTranslations('access')
  const { firstName, lastName, role, loginName } = usePerson()
  const items: MenuEntry[] = [
    {
      key: 'who',
      heading: (
        <>
          <span className="block break-words font-semibold text-ink text-sm">
            {firstName} {lastName}
          </span>
          <span className="block break-words font-normal">
            {tAccess(`role.${role}`)} · {loginName}
          </span>
        </>
      ),
    },
    { key: 'who-line', separator: true },
    { key: 'account', label: t('account'), icon: UserCog, href: '/administration/account' },
    { key: 'shortcuts', label: t('help'), icon: Keyboard, shortcut: '?', onSelect: onShortcuts },
    { key: 'language-line', separator: true },
    { key: 'language', heading: t('language') },
    ...useLanguageChoices(),
    { key: 'theme', heading: t('theme.label') },
    ...useThemeChoices(),
    { key: 'out-line', separator: true },
    { key: 'out', label: t('signOut'), icon: LogOut, onSelect: () => void signOut() },
  ]
  return <MenuContent {...wiring} label={t('accountMenu')} items={items} />
}
