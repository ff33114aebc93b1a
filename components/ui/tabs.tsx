'use client'

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { cn } from './cn'

export type TabItem<Key extends string> = { key: Key; label: ReactNode }

type TabsProps<Key extends string> = {
  /** What the tabs divide: its name for readers. */
  label: string
  /** Ties tabs to their panel. */
  id: string
  items: readonly TabItem<Key>[]
  current: Key
  onChange: (key: Key) => void
}

const STEP: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** Parts of one page. Arrows move between them, Home and End to the first and last. */
export function Tabs<Key extends string>({ label, id, items, current, onChange }: TabsProps<Key>) {
  const list = useRef<HTMLDivElement>(null)
  useInView(list, current)
  const keyDown = (event: KeyboardEvent) => {
    const here = items.findIndex(({ key }) => key === current)
    const by = STEP[event.key]
    const there =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? items.length - 1
          : by && (here + by + items.length) % items.length
    const item = there === undefined ? undefined : items[there]
    if (!item) return
    event.preventDefault()
    onChange(item.key)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[there ?? 0]?.focus()
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      data-print="hide"
      className="relative -mb-px flex gap-1 overflow-x-auto border-line border-b"
    >
      {items.map(({ key, label: name }) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={`${id}-tab-${key}`}
          aria-controls={`${id}-panel`}
          aria-selected={key === current}
          tabIndex={key === current ? 0 : -1}
          onClick={() => onChange(key)}
          onKeyDown={keyDown}
          className={cn(
            'shrink-0 whitespace-nowrap border-b-2 px-3 py-2 text-base focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11',
            key === current
              ? 'border-accent font-semibold text-ink'
              : 'border-transparent text-ink-2 hover:border-line-strong hover:text-ink',
          )}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

/** What the chosen tab shows. */
export function TabPanel({
  id,
  current,
  className,
  children,
}: {
  id: string
  current: string
  className?: string
  children: ReactNode
}) {
  return (
    <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${current}`} className={className}>
      {children}
    </div>
  )
}

/** Where there is not room for all tabs, scrolls sideways to the one that is shown. */
function useInView(list: RefObject<HTMLDivElement | null>, current: string) {
  useEffect(() => {
    const box = list.current
    const tab = box?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
    if (!box || !tab || current === '') return
    const [frame, shown] = [box.getBoundingClientRect(), tab.getBoundingClientRect()]
    box.scrollLeft += Math.max(0, shown.right - frame.right) - Math.max(0, frame.left - shown.left)
  }, [list, current])
}
