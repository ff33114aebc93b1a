'use client'

import { Bookmark, ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import type { SavedViews, SetTableState, TableState } from './types'
import { queryOf } from './url-state'

const ViewsPanel = lazy(() => import('./views-panel').then((module) => ({ default: module.ViewsPanel })))

export type ViewsProps = {
  views: SavedViews
  state: TableState
  setState: SetTableState
  filterKeys: readonly string[]
}

/** Saved views; the button names the one that is shown. */
export function ViewsButton(props: ViewsProps) {
  const t = useTranslations('table')
  const query = queryOf(props.state)
  const current = props.views.items.find((view) => view.query === query)
  return (
    <Popover
      label={t('views')}
      align="start"
      className="w-80 p-0"
      trigger={(trigger) => (
        <Button {...trigger} variant="ghost" icon={Bookmark} className="max-w-48">
          <span className="truncate">{current?.name ?? t('views')}</span>
          <ChevronDown aria-hidden className="-mr-1 size-3.5 shrink-0" strokeWidth={1.75} />
        </Button>
      )}
    >
      {(close) => (
        <Suspense>
          <ViewsPanel {...props} current={current} close={close} />
        </Suspense>
      )}
    </Popover>
  )
}
