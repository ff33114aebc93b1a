'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense, useId, useRef, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { DateInput, Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import type { FilterSpec, SetTableState, TableState } from './types'
import { choicesOf, daysOf } from './url-state'

const Combobox = lazy(() => import('@/components/ui/combobox').then((module) => ({ default: module.Combobox })))
const TYPING_PAUSE_MS = 250

type FilterFieldsProps = { filters: readonly FilterSpec[]; state: TableState; setState: SetTableState }

/** All filters, one below the other; each works at once. */
export function FilterFields({ filters, state, setState }: FilterFieldsProps) {
  return (
    <div className="flex flex-col gap-4">
      {filters.map((filter) => (
        <FilterField
          key={filter.key}
          filter={filter}
          value={state.filters[filter.key]}
          set={(value) => {
            const { [filter.key]: _, ...others } = state.filters
            setState({ filters: value ? { ...others, [filter.key]: value } : others })
          }}
        />
      ))}
    </div>
  )
}

type FilterFieldProps = {
  filter: FilterSpec
  value: string | undefined
  set: (value: string | undefined) => void
}

function FilterField({ filter, value, set }: FilterFieldProps) {
  const t = useTranslations('table')
  switch (filter.kind) {
    case 'text':
      return <TextFilter key={value ?? ''} filter={filter} value={value} set={set} />
    case 'choice':
      return (
        <Field label={filter.label} hint={filter.hint}>
          <Select
            size="sm"
            value={value ?? ''}
            placeholder={filter.anyLabel ?? t('any')}
            onChange={(event) => set(event.target.value)}
            options={filter.options}
          />
        </Field>
      )
    case 'choices':
      return <ChoicesFilter filter={filter} value={value} set={set} />
    case 'days':
      return <DaysFilter filter={filter} value={value} set={set} />
    case 'search':
      return (
        <Field label={filter.label} hint={filter.hint}>
          <Suspense fallback={<Skeleton className="h-8" />}>
            <Combobox
              size="sm"
              value={value ? { value, label: filter.labelOf(value) } : null}
              onValueChange={(option) => set(option?.value)}
              search={filter.search}
              placeholder={filter.placeholder ?? t('any')}
            />
          </Suspense>
        </Field>
      )
    case 'custom':
      return (
        <fieldset>
          <legend className="mb-1 font-medium text-sm">{filter.label}</legend>
          {filter.render(value, set)}
        </fieldset>
      )
  }
}

/** Filters after a pause in typing; Enter does not wait. */
function TextFilter({ filter, value, set }: FilterFieldProps & { filter: FilterSpec & { kind: 'text' } }) {
  const [typed, setTyped] = useState(value ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const send = (text: string, wait: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => set(text.trim() || undefined), wait)
  }
  return (
    <Field label={filter.label} hint={filter.hint}>
      <Input
        value={typed}
        placeholder={filter.placeholder}
        className="h-8 text-sm"
        onChange={(event) => {
          setTyped(event.target.value)
          send(event.target.value, TYPING_PAUSE_MS)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(typed, 0)
        }}
      />
    </Field>
  )
}

function ChoicesFilter({ filter, value, set }: FilterFieldProps & { filter: FilterSpec & { kind: 'choices' } }) {
  const chosen = choicesOf(value)
  const toggle = (choice: string, wanted: boolean) => {
    // The options' order, whatever the order of clicks: one filter has one address.
    const next = filter.options
      .map((option) => option.value)
      .filter((each) => (each === choice ? wanted : chosen.includes(each)))
    set(next.join(',') || undefined)
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-sm">{filter.label}</legend>
      {filter.options.map((option) => (
        <Checkbox
          key={option.value}
          label={option.label}
          checked={chosen.includes(option.value)}
          onChange={(event) => toggle(option.value, event.target.checked)}
          className="text-sm"
        />
      ))}
    </fieldset>
  )
}

function DaysFilter({ filter, value, set }: FilterFieldProps) {
  const t = useTranslations('table')
  const id = useId()
  const { from, to } = daysOf(value)
  const send = (next: { from: string; to: string }) =>
    set(next.from || next.to ? `${next.from}..${next.to}` : undefined)
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-sm">{filter.label}</legend>
      <div className="grid grid-cols-[auto_1fr] items-center gap-x-2 gap-y-1.5 text-ink-3 text-sm">
        <label htmlFor={`${id}-from`}>{t('from')}</label>
        <DateInput
          id={`${id}-from`}
          className="h-8 text-sm"
          value={from}
          max={to || undefined}
          onChange={(event) => send({ from: event.target.value, to })}
        />
        <label htmlFor={`${id}-to`}>{t('to')}</label>
        <DateInput
          id={`${id}-to`}
          className="h-8 text-sm"
          value={to}
          min={from || undefined}
          onChange={(event) => send({ from, to: event.target.value })}
        />
      </div>
    </fieldset>
  )
}
