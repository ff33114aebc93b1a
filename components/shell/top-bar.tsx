'use client'

import { Keyboard, Menu as MenuIcon, Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { useModKey } from '@/components/ui/mod-key'
import { AccountMenu } from './account-menu'
import { Breadcrumbs } from './breadcrumbs'
import { LanguageMenu } from './language-menu'
import { RunningOperations } from './running-operations'
import { ThemeMenu } from './theme-menu'

type TopBarProps = { onMenu: () => void; onPalette: () => void; onShortcuts: () => void }

/** Where one is, search, running operations, language, theme, shortcuts, account. */
export function TopBar({ onMenu, onPalette, onShortcuts }: TopBarProps) {
  const t = useTranslations('shell')
  const mod = useModKey()
  return (
    <header
      className="flex h-12 shrink-0 items-center gap-2 border-line border-b bg-surface px-2 md:px-6"
      data-print="hide"
    >
      <IconButton icon={MenuIcon} label={t('menu')} onClick={onMenu} className="md:hidden" />
      <Breadcrumbs />
      <div className="ml-auto flex shrink-0 items-center gap-0.5">
        <button
          type="button"
          onClick={onPalette}
          className="mr-1 flex h-8 w-56 items-center gap-2 rounded-md border border-line bg-canvas px-2.5 text-ink-3 text-sm transition-colors duration-100 hover:border-line-strong max-lg:hidden"
        >
          <Search aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
          <span className="flex-1 truncate text-left">{t('search')}</span>
          <Kbd>{mod} K</Kbd>
        </button>
        <IconButton icon={Search} label={t('search')} shortcut={`${mod} K`} onClick={onPalette} className="lg:hidden" />
        <RunningOperations />
        <span className="contents max-sm:hidden">
          <LanguageMenu />
          <ThemeMenu />
          <IconButton icon={Keyboard} label={t('help')} shortcut="?" onClick={onShortcuts} />
        </span>
        <AccountMenu onShortcuts={onShortcuts} />
      </div>
    </header>
  )
}
