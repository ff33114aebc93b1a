'use client'

import { CircleUser, Keyboard, LogOut, UserCog } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { signOut } from '@/components/sign-in/session-client'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import { useLanguageChoices, useThemeChoices } from './use-choices'

/** Who is signed in, and what belongs to them. Holds language and theme too: on a phone the bar has no room for them. */
export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
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
  return (
    <Menu
      label={t('accountMenu')}
      items={items}
      trigger={(trigger) => <IconButton {...trigger} icon={CircleUser} label={t('accountMenu')} />}
    />
  )
}
