'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { SetTableState } from './types'

type PagerProps = {
  rows: readonly unknown[] | undefined
  count?: number | null | undefined
  nextCursor?: string | null | undefined
  prevCursor?: string | null | undefined
  pageSize?: number | undefined
  setState: SetTableState
}

/** The table's foot: how many there are (when that is known), and the neighbouring pages. */
export function Pager({ rows, count, nextCursor, prevCursor, pageSize = 50, setState }: PagerProps) {
  const t = useTranslations('table')
  const format = useFormatter()
  const shown = rows?.length ?? 0
  return (
    <div className="flex h-11 items-center gap-2 px-4 md:px-6">
      <p className="min-w-0 truncate text-ink-3 text-sm tabular-nums" aria-live="polite">
        {rows === undefined
          ? null
          : count === undefined
            ? t('shown', { shown: format.number(shown) })
            : count === null || count <= shown
              ? t('all', { count: count ?? shown })
              : t('shownOf', { shown: format.number(shown), count: format.number(count) })}
      </p>
      <nav aria-label={t('pages')} className="ml-auto flex gap-1">
        <Button
          size="sm"
          variant="ghost"
          icon={ChevronLeft}
          disabled={!prevCursor}
          onClick={() => setState({ before: prevCursor ?? null, after: null })}
        >
          {t('previous', { count: pageSize })}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          disabled={!nextCursor}
          onClick={() => setState({ after: nextCursor ?? null, before: null })}
        >
          {t('next', { count: pageSize })}
          <ChevronRight aria-hidden className="-mr-0.5 size-4" strokeWidth={1.75} />
        </Button>
      </nav>
    </div>
  )
}
