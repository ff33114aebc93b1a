'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { cn } from '@/components/ui/cn'
import { useIsWhole } from '@/components/ui/device'
import { useMemory } from '@/components/ui/memory'
import { Navigation } from './navigation'
import { PlaceProvider } from './place'
import { TopBar } from './top-bar'
import { useShellKeys } from './use-shell-keys'

const Sheet = lazy(() => import('@/components/ui/dialog').then((module) => ({ default: module.Sheet })))
const ReadOnlyBanner = lazy(() => import('./read-only-banner').then((module) => ({ default: module.ReadOnlyBanner })))
const Palette = lazy(() => import('./palette').then((module) => ({ default: module.Palette })))
const ShortcutMap = lazy(() => import('./shortcut-map').then((module) => ({ default: module.ShortcutMap })))

type Overlay = 'menu' | 'palette' | 'shortcuts'

/** The frame of every screen: navigation at the left (a sheet below 900 px), the bar above, and what is read-only said once. */
export function AppShell({ children }: { children: ReactNode }) {
  const t = useTranslations('shell')
  const { isReadOnly } = usePerson()
  const path = usePathname()
  const [nav, keepNav] = useMemory('nav')
  // What floats belongs to the page it was opened on: going elsewhere closes it.
  const [opened, setOpened] = useState<{ overlay: Overlay; on: string } | null>(null)
  const isOpen = (overlay: Overlay) => opened?.overlay === overlay && opened.on === path
  const open = (overlay: Overlay) => setOpened({ overlay, on: path })
  const close = () => setOpened(null)
  useShellKeys({ onPalette: () => open('palette'), onHelp: () => open('shortcuts') })
  const isNarrow = nav === 'narrow'
  const isWhole = useIsWhole()
  return (
    <PlaceProvider>
      <div className="flex h-dvh min-h-0 print:h-auto">
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
        >
          {t('skip')}
        </a>
        <aside
          className={cn(
            'shrink-0 flex-col border-line border-r bg-surface max-md:hidden md:flex',
            isNarrow ? 'w-14' : 'w-58',
          )}
          data-print="hide"
        >
          {isWhole ? <Navigation isNarrow={isNarrow} onNarrow={() => keepNav(isNarrow ? null : 'narrow')} /> : null}
        </aside>
        <div className="flex min-w-0 flex-1 flex-col print:block">
          <TopBar onMenu={() => open('menu')} onPalette={() => open('palette')} onShortcuts={() => open('shortcuts')} />
          {isReadOnly ? (
            <Suspense>
              <ReadOnlyBanner />
            </Suspense>
          ) : null}
          <main
            id="content"
            tabIndex={-1}
            data-print="page"
            // Relative: what is only read aloud stays inside, and does not make the window scroll. So does whatever scrolls in it.
            className="relative flex min-h-0 flex-1 flex-col overflow-y-auto outline-none *:shrink-0"
          >
            {children}
          </main>
        </div>
        <Suspense>
          {isOpen('menu') ? (
            <Sheet side="left" open onOpenChange={close} title={t('menu')} flush>
              <Navigation />
            </Sheet>
          ) : null}
          {isOpen('palette') ? <Palette onClose={close} onShortcuts={() => open('shortcuts')} /> : null}
          {isOpen('shortcuts') ? <ShortcutMap onClose={close} /> : null}
        </Suspense>
      </div>
    </PlaceProvider>
  )
}
