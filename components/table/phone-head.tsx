'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import type { ColumnHead } from './columns'
import { PageTick } from './table-head'
import type { SetTableState, TableState } from './types'
import type { Picking } from './use-picking'

/** Stands for the header where rows are cards: select the page, choose the order. */
export function PhoneHead({
  specs,
  state,
  setState,
  picking,
}: {
  specs: readonly ColumnHead[]
  state: TableState
  setState: SetTableState
  picking: Picking | null
}) {
  const t = useTranslations('table')
  const orders = specs.flatMap(({ sort, header, sortFirst }) => {
    if (sort === undefined) return []
    const up = { value: sort, label: t('ascending', { column: header }) }
    const down = { value: `-${sort}`, label: t('descending', { column: header }) }
    return sortFirst === 'desc' ? [down, up] : [up, down]
  })
  if (!picking && orders.length === 0) return null
  return (
    <div className="flex items-center gap-3 border-line border-b bg-canvas px-4 py-2 md:hidden" data-print="hide">
      {picking ? (
        <span className="flex items-center gap-2.5 text-ink-2 text-sm">
          <PageTick picking={picking} />
          <span aria-hidden>{t('page')}</span>
        </span>
      ) : null}
      {orders.length > 0 ? (
        <Select
          size="sm"
          className="ml-auto max-w-60 flex-1"
          aria-label={t('sortBy')}
          placeholder={t('sortDefault')}
          value={state.sort ?? ''}
          onChange={(event) => setState({ sort: event.target.value || null })}
          options={orders}
        />
      ) : null}
    </div>
  )
}
