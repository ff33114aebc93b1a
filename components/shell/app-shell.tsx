'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { Banner } from '@/components/ui/banner'
import { Sheet } from '@/components/ui/dialog'
import { Navigation } from './navigation'
import { TopBar } from './top-bar'

/** The frame of every screen: navigation at the left (a sheet below 900 px), the bar above, and what is read-only said once. */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell')
  const { isReadOnly } = usePerson()
  const path = usePathname()
  const [openedOn, setOpenedOn] = useState<string | null>(null)
  return (
    <div className="flex h-dvh min-h-0">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
      >
        {t('skip')}
      </a>
      <aside className="hidden w-58 shrink-0 flex-col border-line border-r bg-surface md:flex" data-print="hide">
        <Navigation />
      </aside>
      <Sheet
        side="left"
        open={openedOn === path}
        onOpenChange={(open) => setOpenedOn(open ? path : null)}
        title={t('menu')}
      >
        <Navigation />
      </Sheet>
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar onMenu={() => setOpenedOn(path)} />
        {isReadOnly ? (
          <Banner tone="warning" className="mx-4 mt-3 md:mx-6">
            {t('readOnly')}
          </Banner>
        ) : null}
        <main id="content" className="flex min-h-0 flex-1 flex-col overflow-y-auto">
          {children}
        </main>
      </div>
    </div>
  )
}
