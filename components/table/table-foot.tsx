'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { GroupEnd } from '@/components/ui/arriving'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import { isNothing } from './selection'
import type { Bulk, SetTableState } from './types'
import type { Picking } from './use-picking'

/** Fetched when somebody reaches for the table, so that it is there for the first tick. */
export const loadBulkBar = () => import('./bulk-bar')
const BulkBar = lazy(() => loadBulkBar().then((module) => ({ default: module.BulkBar })))

type FootProps = {
  rows: readonly unknown[] | undefined
  count?: number | null | undefined
  nextCursor?: string | null | undefined
  prevCursor?: string | null | undefined
  pageSize?: number | undefined
  setState: SetTableState
  picking: Picking | null
  bulk?: Bulk | undefined
  canSelectMatching?: boolean | undefined
}

/** The table's foot: how many there are (when that is known) or what can be done with the selected ones, and the neighbouring pages. */
export function TableFoot(props: FootProps) {
  const { picking, count, nextCursor, prevCursor } = props
  const isPicking = picking !== null && !isNothing(picking.selection, count)
  // Once it is there it stays: what its dialogs tell outlives the selection.
  const [wasPicking, setWasPicking] = useState(false)
  if (isPicking && !wasPicking) setWasPicking(true)
  const bulk = props.bulk ?? ((draw) => draw([]))
  return (
    <div
      data-print="hide"
      className={cn(
        'sticky bottom-0 z-4 flex h-11 shrink-0 items-center gap-2 border-line border-t px-4 md:px-6',
        isPicking ? 'bg-accent-soft' : 'bg-canvas',
      )}
    >
      {isPicking ? null : <HowMany {...props} />}
      {wasPicking ? (
        <Suspense fallback={isPicking ? <HowMany {...props} /> : null}>
          {bulk((actions) =>
            isPicking ? (
              <BulkBar
                {...props}
                picking={picking}
                actions={actions}
                hasOtherPages={Boolean(nextCursor ?? prevCursor)}
              />
            ) : null,
          )}
        </Suspense>
      ) : null}
      <Pages {...props} isSmall={isPicking} />
    </div>
  )
}

function HowMany({ rows, count }: FootProps) {
  const t = useTranslations('table')
  const format = useFormatter()
  const shown = rows?.length ?? 0
  const words = () => {
    if (rows === undefined) return null
    if (count === undefined) return t('shown', { shown: format.number(shown) })
    if (count === null || count <= shown) return t('all', { count: count ?? shown })
    return t('shownOf', { shown: format.number(shown), count: format.number(count) })
  }
  return (
    <p className="min-w-0 flex-1 truncate text-ink-3 text-sm tabular-nums" aria-live="polite">
      {words()}
    </p>
  )
}

/** Beside a selection the arrows alone: it goes on across pages. */
function Pages({ nextCursor, prevCursor, pageSize = 50, setState, isSmall }: FootProps & { isSmall: boolean }) {
  const t = useTranslations('table')
  const previous = t('previous', { count: pageSize })
  const next = t('next', { count: pageSize })
  const goBack = () => setState({ before: prevCursor ?? null, after: null })
  const goOn = () => setState({ after: nextCursor ?? null, before: null })
  if (!prevCursor && !nextCursor) return null
  return (
    <nav aria-label={t('pages')} className="flex shrink-0 gap-1" data-arriving>
      {isSmall ? (
        <>
          <IconButton size="sm" icon={ChevronLeft} label={previous} disabled={!prevCursor} onClick={goBack} />
          <IconButton size="sm" icon={ChevronRight} label={next} disabled={!nextCursor} onClick={goOn} />
        </>
      ) : (
        <>
          <Button size="sm" variant="ghost" icon={ChevronLeft} disabled={!prevCursor} onClick={goBack}>
            {previous}
          </Button>
          <Button size="sm" variant="ghost" disabled={!nextCursor} onClick={goOn}>
            {next}
            <ChevronRight aria-hidden className="-mr-0.5 size-4" strokeWidth={1.75} />
          </Button>
        </>
      )}
      <GroupEnd />
    </nav>
  )
}
