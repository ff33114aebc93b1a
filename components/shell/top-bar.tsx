'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleUser, Languages, Menu as MenuIcon, SunMoon } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import { usePerson } from '@/components/access/access-provider'
import { signOut } from '@/components/sign-in/session-client'
import { useTRPC } from '@/components/trpc/client'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import { LOCALES } from '@/server/i18n/locales'
import { Breadcrumbs } from './breadcrumbs'

const THEMES = ['system', 'light', 'dark'] as const

/** Breadcrumb, language, theme and account. */
export function TopBar({ onMenu }: { onMenu: () => void }) {
  const t = useTranslations('shell')
  return (
    <header
      className="flex h-12 shrink-0 items-center gap-2 border-line border-b bg-surface px-3 md:px-6"
      data-print="hide"
    >
      <span className="md:hidden">
        <IconButton icon={MenuIcon} label={t('menu')} onClick={onMenu} />
      </span>
      <Breadcrumbs />
      <div className="ml-auto flex items-center gap-1">
        <LanguageMenu />
        <ThemeMenu />
        <AccountMenu />
      </div>
    </header>
  )
}

function LanguageMenu() {
  const t = useTranslations('shell')
  const locale = useLocale()
  const router = useRouter()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const choose = useMutation(
    trpc.self.setLocale.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        router.refresh()
      },
    }),
  )
  const items = LOCALES.map((each) => ({
    key: each,
    label: new Intl.DisplayNames([each], { type: 'language' }).of(each) ?? each,
    checked: each === locale,
    onSelect: () => choose.mutate({ locale: each }),
  }))
  return (
    <Menu
      label={t('language')}
      items={items}
      align="end"
      trigger={(trigger) => <IconButton {...trigger} icon={Languages} label={t('language')} />}
    />
  )
}

function ThemeMenu() {
  const t = useTranslations('shell')
  const { theme, setTheme } = useTheme()
  const items = THEMES.map((each) => ({
    key: each,
    label: t(`theme.${each}`),
    checked: each === theme,
    onSelect: () => setTheme(each),
  }))
  return (
    <Menu
      label={t('theme.label')}
      items={items}
      align="end"
      trigger={(trigger) => <IconButton {...trigger} icon={SunMoon} label={t('theme.label')} />}
    />
  )
}

function AccountMenu() {
  const t = useTranslations('shell')
  const tAccess = useTranslations('access')
  const { firstName, lastName, role } = usePerson()
  const items = [
    { key: 'who', heading: `${firstName} ${lastName} · ${tAccess(`role.${role}`)}` },
    { key: 'account', label: t('account'), href: '/administration/account' },
    { key: 'line', separator: true as const },
    { key: 'out', label: t('signOut'), onSelect: () => void signOut() },
  ]
  return (
    <Menu
      label={t('accountMenu')}
      items={items}
      align="end"
      trigger={(trigger) => <IconButton {...trigger} icon={CircleUser} label={t('accountMenu')} />}
    />
  )
}
