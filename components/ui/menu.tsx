'use client'

import type { LucideIcon } from 'lucide-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { type TriggerProps, useTrigger } from './trigger'

export type MenuAction = {
  key: string
  label: ReactNode
  icon?: LucideIcon | undefined
  /** A second line, smaller. */
  hint?: ReactNode
  /** The key that does the same. */
  shortcut?: string | undefined
  tone?: 'danger' | undefined
  /** Why it cannot be used now: shown below the label. */
  reason?: string | null | undefined
  /** One of several, or on and off: shows a tick. */
  checked?: boolean | undefined
} & ({ onSelect: () => void; href?: undefined } | { href: string; onSelect?: undefined })

export type MenuEntry = MenuAction | { key: string; separator: true } | { key: string; heading: ReactNode }

export type MenuProps = {
  /** `{(trigger) => <Button {...trigger}>…</Button>}` */
  trigger: (props: TriggerProps) => ReactNode
  items: readonly MenuEntry[]
  /** Its name for readers. */
  label: string
  align?: 'start' | 'end' | undefined
  side?: 'bottom' | 'top' | 'right' | undefined
  className?: string | undefined
}

const load = () => import('./menu-content')
const MenuContent = lazy(() => load().then((module) => ({ default: module.MenuContent })))

/** A menu of actions below a button. */
export function Menu({ trigger, className, ...menu }: MenuProps) {
  const { trigger: wiring, anchor, isOpen, isByKey, wasOpened, onOpenChange } = useTrigger('menu', load)
  return (
    <span className={className ?? 'relative inline-flex'}>
      {trigger(wiring)}
      {wasOpened ? (
        <Suspense>
          <MenuContent {...menu} isOpen={isOpen} isByKey={isByKey} onOpenChange={onOpenChange} anchor={anchor} />
        </Suspense>
      ) : null}
    </span>
  )
}
