'use client'

import { Columns3, ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { GroupEnd } from '@/components/ui/arriving'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Popover } from '@/components/ui/popover'
import { SearchInput } from '@/components/ui/search-input'
import type { ColumnHead, ShownHead } from './columns'
import type { FilterPaneState } from './filter-pane'
import type { SavedViews, SetTableState, TableState } from './types'
import { ViewsButton } from './views-button'

const ColumnsPanel = lazy(() => import('./columns-panel').then((module) => ({ default: module.ColumnsPanel })))
const TYPING_PAUSE_MS = 200

type ToolbarProps = {
  specs: readonly ColumnHead[]
  shown: readonly ShownHead[]
  setColumns: (columns: readonly ShownHead[]) => void
  state: TableState
  setState: SetTableState
  searchLabel?: string | undefined
  views?: SavedViews | undefined
  filterKeys: readonly string[]
  pane: FilterPaneState | null
  actions?: ReactNode
}

/** Above the table: search, views, columns, filters, and what the caller adds. */
export function Toolbar(props: ToolbarProps) {
  const { specs, shown, setColumns, state, setState, searchLabel, views, filterKeys, pane, actions } = props
  const t = useTranslations('table')
  const filtered = Object.keys(state.filters).length
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 px-4 py-2 md:px-6" data-print="hide">
      {searchLabel ? <SearchBox label={searchLabel} search={state.search} setState={setState} /> : null}
      {views ? <ViewsButton views={views} state={state} setState={setState} filterKeys={filterKeys} /> : null}
      <div className="ml-auto flex items-center gap-1" data-arriving>
        {actions}
        <Popover
          label={t('display')}
          className="w-80 p-0"
          trigger={(trigger) => <IconButton {...trigger} icon={Columns3} label={t('display')} />}
        >
          {() => (
            <Suspense>
              <ColumnsPanel specs={specs} shown={shown} setColumns={setColumns} />
            </Suspense>
          )}
        </Popover>
        {pane ? (
          <>
            <FilterButton isOpen={pane.isSheetOpen} filtered={filtered} onClick={pane.toggle} className="lg:hidden" />
            <FilterButton
              isOpen={pane.isBesideOpen}
              filtered={filtered}
              onClick={pane.toggle}
              className="max-lg:hidden"
            />
          </>
        ) : null}
        <GroupEnd />
      </div>
    </div>
  )
}

type FilterButtonProps = { isOpen: boolean; filtered: number; onClick: () => void; className: string }

/** Twice in the page, once on screen: beside the table and as a sheet the pane is open at different times. */
function FilterButton({ isOpen, filtered, onClick, className }: FilterButtonProps) {
  const t = useTranslations('table')
  return (
    <Button
      variant="ghost"
      icon={ListFilter}
      onClick={onClick}
      aria-expanded={isOpen}
      data-tip={t('toggleFilters')}
      data-tip-key="f"
      className={className}
    >
      {t('filters')}
      {filtered > 0 ? (
        <span className="rounded-sm bg-accent px-1 text-on-accent text-xs tabular-nums">{filtered}</span>
      ) : null}
    </Button>
  )
}

/** Searches after a pause in typing. What the address bar says wins when it changes from elsewhere (*back*, a view, *clear*). */
function SearchBox({ label, search, setState }: { label: string; search: string; setState: SetTableState }) {
  const t = useTranslations('table')
  const [typed, setTyped] = useState(search)
  const [sent, setSent] = useState(search)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  if (sent !== search) {
    setSent(search)
    setTyped(search)
  }
  const send = (text: string, wait: number) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setSent(text.trim())
      setState({ search: text.trim() })
    }, wait)
  }
  return (
    <SearchInput
      label={label}
      clearLabel={t('clearSearch')}
      value={typed}
      onValueChange={(text) => send(text, text ? TYPING_PAUSE_MS : 0)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') send(typed, 0)
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
      className="w-full sm:w-72"
    />
  )
}
