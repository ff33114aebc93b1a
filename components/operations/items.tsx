'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { Status } from '@/components/ui/status'
import type { OperationRow } from '@/server/features/operations/queries'
import { refreshWhile } from './state'

const STATES = ['all', 'refused', 'failed', 'done', 'pending'] as const
const LOOK = {
  pending: { tone: 'neutral', shape: 'empty' },
  done: { tone: 'good', shape: 'tick' },
  refused: { tone: 'warning', shape: 'caution' },
  failed: { tone: 'danger', shape: 'alert' },
} as const

/** What became of each target, with the reason of those that were refused. */
export function OperationItems({ operation }: { operation: OperationRow }) {
  const t = useTranslations('operations')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const [state, setState] = useState<(typeof STATES)[number]>('all')
  const [cursors, setCursors] = useState<string[]>([])
  const cursor = cursors.at(-1)
  const { data } = useQuery(
    trpc.operations.items.queryOptions(
      { operationId: operation.id, ...(state === 'all' ? {} : { state }), ...(cursor ? { cursor } : {}) },
      { placeholderData: keepPreviousData, refetchInterval: refreshWhile([operation]) },
    ),
  )
  const paramsOf = (params: unknown) =>
    typeof params === 'object' && params !== null ? (params as Record<string, string | number>) : {}
  return (
    <section className="px-4 pb-10 md:px-6">
      <fieldset className="flex flex-wrap gap-1 pb-3">
        <legend className="sr-only">{t('filter')}</legend>
        {STATES.map((each) => (
          <Button
            key={each}
            size="sm"
            variant="ghost"
            aria-pressed={state === each}
            className="aria-pressed:bg-accent-soft aria-pressed:text-accent-text"
            onClick={() => {
              setState(each)
              setCursors([])
            }}
          >
            {each === 'all' ? t('all') : t(`item.${each}`)}
          </Button>
        ))}
      </fieldset>
      <ul className="divide-y divide-line border-line border-y text-sm">
        {(data?.rows ?? []).map((row) => (
          <li key={row.ref} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
            <span className="min-w-40 flex-1 font-medium">{row.name || row.ref}</span>
            <Status tone={LOOK[row.state].tone} shape={LOOK[row.state].shape}>
              {t(`item.${row.state}`)}
            </Status>
            {row.code ? (
              <span className="w-full text-ink-2 md:w-auto">{refusal.ofCode(row.code, paramsOf(row.params))}</span>
            ) : null}
          </li>
        ))}
        {data?.rows.length === 0 ? <li className="py-6 text-center text-ink-2">{t('noItems')}</li> : null}
      </ul>
      <div className="flex gap-2 pt-3">
        {cursors.length > 0 ? <Button onClick={() => setCursors(cursors.slice(0, -1))}>{t('previous')}</Button> : null}
        {data?.nextCursor ? (
          <Button onClick={() => data.nextCursor && setCursors([...cursors, data.nextCursor])}>{t('next')}</Button>
        ) : null}
      </div>
    </section>
  )
}
