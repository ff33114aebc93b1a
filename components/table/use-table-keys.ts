'use client'

import { type RefObject, useEffect, useEffectEvent } from 'react'
import { isForAnother } from '@/components/ui/typing'
import { standOf } from './use-row-gestures'

type TableKeys = {
  frame: RefObject<HTMLElement | null>
  onPane: (() => void) | undefined
  onClear: (() => void) | undefined
}

/** Keys of the page that has a table: `/` search, `f` filters, `c` clears them, arrow down goes to the first row. */
export function useTableKeys({ frame, onPane, onClear }: TableKeys) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const firstRow = () => standOf(frame.current?.querySelector('tr[data-row]'))
    const isFromSearch = event.target instanceof HTMLInputElement && event.target.type === 'search'
    if (event.key === 'ArrowDown' && (event.target === document.body || isFromSearch)) {
      if (isFromSearch && !frame.current?.contains(event.target as Node)) return
      event.preventDefault()
      firstRow()?.focus()
      return
    }
    if (isForAnother(event)) return
    const actions: Record<string, (() => void) | undefined> = {
      '/': () => frame.current?.querySelector<HTMLElement>('input[type=search]')?.focus(),
      f: onPane,
      c: onClear,
    }
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
