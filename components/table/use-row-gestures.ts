'use client'

import { useRouter } from 'next/navigation'
import { type RefObject, useEffect } from 'react'

const OWN_TARGET = 'a,button,input,select,label,summary,[role=button]'

/**
 * Opens rows: a click anywhere on a row follows its link, the middle button or ⌘/Ctrl opens a tab, and the arrow keys go
 * from row to row. One listener on the table instead of one for each cell.
 */
export function useRowGestures(frame: RefObject<HTMLElement | null>) {
  const router = useRouter()
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const click = (event: MouseEvent) => {
      if (event.defaultPrevented) return
      const { row, link, isOwn } = targetsOf(event)
      const href = link?.getAttribute('href')
      if (!row || !href || (isOwn && !isOwn.hasAttribute('data-open'))) return
      const wantsTab = event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1
      if (isOwn && wantsTab) return // the browser does this itself
      if (!isOwn && window.getSelection()?.toString()) return
      event.preventDefault()
      if (wantsTab) window.open(href, '_blank', 'noopener')
      else router.push(href)
    }
    const middle = (event: MouseEvent) => {
      if (event.button === 1) click(event)
    }
    // Without this the middle button starts scrolling on some systems.
    const press = (event: MouseEvent) => {
      if (event.button === 1 && targetsOf(event).row && !targetsOf(event).isOwn) event.preventDefault()
    }
    const key = (event: KeyboardEvent) => stepKey(event, element)
    element.addEventListener('click', click)
    element.addEventListener('auxclick', middle)
    element.addEventListener('mousedown', press)
    element.addEventListener('keydown', key)
    return () => {
      element.removeEventListener('click', click)
      element.removeEventListener('auxclick', middle)
      element.removeEventListener('mousedown', press)
      element.removeEventListener('keydown', key)
    }
  }, [frame, router])
}

function targetsOf(event: Event) {
  const target = event.target instanceof Element ? event.target : null
  const row = target?.closest<HTMLElement>('tr[data-row]') ?? null
  const isOwn = target?.closest<HTMLElement>(OWN_TARGET) ?? null
  return { row, link: row?.querySelector<HTMLAnchorElement>('a[data-open]') ?? null, isOwn }
}

/** What of a row takes the focus. */
export const standOf = (row: Element | null | undefined): HTMLElement | null =>
  row?.querySelector<HTMLElement>('a[data-open]') ?? row?.querySelector<HTMLElement>('input,a,button') ?? null

function stepKey(event: KeyboardEvent, frame: HTMLElement) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { row, link, isOwn } = targetsOf(event)
  if (!row) return
  const rows = [...frame.querySelectorAll('tr[data-row]')]
  const at = rows.indexOf(row)
  const goes: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }
  const tick = row.querySelector<HTMLInputElement>('td.pick input')
  const to = goes[event.key]
  if (to !== undefined) {
    event.preventDefault()
    if (event.shiftKey && event.key !== 'Home' && event.key !== 'End' && tick && !tick.checked) tick.click()
    standOf(rows[to])?.focus()
  } else if (tick && (event.key === 'x' || (event.key === ' ' && isOwn !== tick))) {
    event.preventDefault()
    tick.click()
  } else if (event.key === 'Enter' && isOwn === tick && tick && link) {
    event.preventDefault()
    link.click()
  }
}
