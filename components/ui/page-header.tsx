'use client'

import { Ellipsis, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { GroupEnd } from './arriving'
import { IconButton } from './icon-button'
import { useMemory } from './memory'
import { Menu, type MenuEntry } from './menu'

export type PageHeaderProps = {
  title: ReactNode
  /** Beside the title: a status, a badge. */
  status?: ReactNode
  /** Below the title: facts in one line. */
  facts?: ReactNode
  /** What this is for; shown until it is dismissed. */
  purpose?: ReactNode
  /** The one primary action. */
  action?: ReactNode
  /** Everything else that can be done. */
  menu?: readonly MenuEntry[] | undefined
  /** Tabs, banners. */
  children?: ReactNode
}

/** The head of a page. */
export function PageHeader({ title, status, facts, purpose, action, menu, children }: PageHeaderProps) {
  const t = useTranslations('common')
  return (
    <header className="shrink-0 px-4 pt-4 pb-3 md:px-6">
      <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 break-words font-semibold text-xl tracking-tight">{title}</h1>
        {status}
        <div className="ml-auto flex items-center gap-1.5" data-print="hide" data-arriving>
          {menu && menu.length > 0 ? (
            <Menu
              label={t('more')}
              items={menu}
              trigger={(trigger) => <IconButton {...trigger} icon={Ellipsis} label={t('more')} />}
            />
          ) : null}
          {action}
          <GroupEnd />
        </div>
      </div>
      {facts ? <div className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-ink-3 text-sm">{facts}</div> : null}
      {purpose ? <Purpose>{purpose}</Purpose> : null}
      {children ? <div className="mt-3">{children}</div> : null}
    </header>
  )
}

function Purpose({ children }: { children: ReactNode }) {
  const t = useTranslations('common')
  const [wasRead, setRead] = useMemory(`read:${usePathname()}`)
  if (wasRead) return null
  return (
    <div data-print="hide" className="mt-1 flex max-w-3xl items-start gap-1 text-base text-ink-2">
      <p className="min-w-0 py-0.5">{children}</p>
      <button
        type="button"
        aria-label={t('dismiss')}
        data-tip={t('dismiss')}
        onClick={() => setRead('1')}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken hover:text-ink"
      >
        <X aria-hidden className="size-3.5" strokeWidth={1.75} />
      </button>
    </div>
  )
}
