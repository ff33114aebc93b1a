'use client'

import { X } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDay } from '@/components/time'
import type { FilterSpec, SetTableState, TableState } from './types'
import { choicesOf, daysOf } from './url-state'

type ChipsProps = { filters: readonly FilterSpec[]; state: TableState; setState: SetTableState }

/** What is filtered for, each with a way out. */
export function FilterChips({ filters, state, setState }: ChipsProps) {
  const t = useTranslations('table')
  const wordOf = useChipWord()
  const active = filters.filter(({ key }) => state.filters[key])
  if (active.length === 0) return null
  const without = (gone: string) => Object.fromEntries(Object.entries(state.filters).filter(([key]) => key !== gone))
  return (
    <ul
      aria-label={t('activeFilters')}
      className="flex shrink-0 flex-wrap items-center gap-1.5 px-4 pb-2 md:px-6"
      data-print="page"
    >
      {active.map((filter) => (
        <li key={filter.key} className="flex h-6 min-w-0 max-w-80 items-center rounded-sm bg-accent-soft pl-2 text-xs">
          <span className="truncate text-ink-2">
            {t('chip', { filter: filter.label })}{' '}
            <span className="font-medium text-ink">{wordOf(filter, state.filters[filter.key] ?? '')}</span>
          </span>
          <button
            type="button"
            aria-label={t('removeFilter', { filter: filter.label })}
            onClick={() => setState({ filters: without(filter.key) })}
            className="ml-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:text-ink"
          >
            <X aria-hidden className="size-3.5" strokeWidth={1.75} />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          data-tip={t('clearFilters')}
          data-tip-key="c"
          onClick={() => setState({ filters: {} })}
          className="h-6 rounded-sm px-1.5 font-medium text-accent-text text-xs hover:underline"
        >
          {t('clear')}
        </button>
      </li>
    </ul>
  )
}

/** A filter's value in words. */
function useChipWord(): (filter: FilterSpec, value: string) => ReactNode {
  const t = useTranslations('table')
  const format = useFormatter()
  const written = useDay()
  const day = (text: string) => (Number.isNaN(Date.parse(`${text}T12:00:00Z`)) ? text : written(text))
  return (filter, value) => {
    switch (filter.kind) {
      case 'choice':
        return filter.options.find((option) => option.value === value)?.label ?? value
      case 'choices':
        return format.list(
          choicesOf(value).map((each) => filter.options.find((option) => option.value === each)?.label ?? each),
          { type: 'unit' },
        )
      case 'days': {
        const { from, to } = daysOf(value)
        if (from && to) return t('dayBetween', { from: day(from), to: day(to) })
        return from ? t('dayFrom', { from: day(from) }) : t('dayTo', { to: day(to) })
      }
      case 'search':
        return filter.labelOf(value)
      case 'custom':
        return filter.chip(value)
      case 'text':
        return value
    }
  }
}
