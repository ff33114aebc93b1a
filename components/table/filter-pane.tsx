'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useIsWhole } from '@/components/ui/device'
import { IconButton } from '@/components/ui/icon-button'
import { lazyWithRoom } from '@/components/ui/lazy-with-room'
import { useMemory } from '@/components/ui/memory'
import { SkeletonLines } from '@/components/ui/skeleton'
import type { FilterSpec, SetTableState, TableState } from './types'

const FilterSheet = lazy(() => import('./filter-sheet').then((module) => ({ default: module.FilterSheet })))

const BESIDE = '(width >= 72rem)'
const FieldsBeside = lazyWithRoom(BESIDE, () => import('./filter-fields').then((module) => module.FilterFields))

/** Whether the filter pane is open: beside the table it is remembered, as a sheet it is not. */
export function useFilterPane() {
  const [kept, keep] = useMemory('pane')
  const [isSheetOpen, setSheetOpen] = useState(false)
  const isBesideOpen = kept !== '0'
  return {
    isBesideOpen,
    isSheetOpen,
    setSheetOpen,
    toggle: () => {
      if (window.matchMedia(BESIDE).matches) keep(isBesideOpen ? '0' : null)
      else setSheetOpen(!isSheetOpen)
    },
  }
}
export type FilterPaneState = ReturnType<typeof useFilterPane>

type FilterPaneProps = {
  filters: readonly FilterSpec[]
  state: TableState
  setState: SetTableState
  pane: FilterPaneState
}

/** The filters at the right of the table; a sheet where there is no room. */
export function FilterPane({ filters, state, setState, pane }: FilterPaneProps) {
  const t = useTranslations('table')
  const fields = { filters, state, setState }
  const isWhole = useIsWhole()
  const hasAny = Object.keys(state.filters).length > 0
  const clear = (
    <Button size="sm" variant="ghost" disabled={!hasAny} onClick={() => setState({ filters: {} })}>
      {t('clear')}
    </Button>
  )
  return (
    <>
      {pane.isBesideOpen ? (
        <aside
          aria-label={t('filters')}
          data-print="hide"
          className="hidden w-64 shrink-0 flex-col border-line border-l lg:flex"
        >
          <header className="flex h-9 shrink-0 items-center gap-1 pr-1.5 pl-4">
            <h2 className="mr-auto font-semibold text-sm">{t('filters')}</h2>
            {clear}
            <IconButton size="sm" icon={X} label={t('hideFilters')} shortcut="f" onClick={pane.toggle} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-6">
            {isWhole ? (
              <Suspense fallback={<SkeletonLines />}>
                <FieldsBeside {...fields} />
              </Suspense>
            ) : null}
          </div>
        </aside>
      ) : null}
      {pane.isSheetOpen ? (
        <Suspense>
          <FilterSheet onClose={() => pane.setSheetOpen(false)} clear={clear} {...fields} />
        </Suspense>
      ) : null}
    </>
  )
}
