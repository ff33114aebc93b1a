'use client'

import type { LucideIcon } from 'lucide-react'
import { lazy, type ReactNode, type RefObject, Suspense } from 'react'
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

/** What ties the floating half of a menu to its button. */
export type MenuWiring = {
  isOpen: boolean
  /** A key opened it: then its first entry has the focus. */
  isByKey: boolean
  onOpenChange: (isOpen: boolean) => void
  anchor: RefObject<HTMLElement | null>
}

const load = () => import('./menu-content')
const MenuContent = lazy(() => load().then((module) => ({ default: module.MenuContent })))

/** A menu of actions below a button. */
export function Menu({ trigger, className, ...menu }: MenuProps) {
  return (
    <LateMenu load={load} trigger={trigger} className={className}>
      {(wiring) => <MenuContent {...menu} {...wiring} />}
    </LateMenu>
  )
}

type LateMenuProps = Pick<MenuProps, 'trigger' | 'className'> & {
  /** Fetches what `children` draws: a component around MenuContent. */
  load: () => Promise<unknown>
  children: (wiring: MenuWiring) => ReactNode
}

/** A menu whose entries, too, come only when somebody reaches for it. */
export function LateMenu({ load, trigger, className, children }: LateMenuProps) {
  const { trigger: button, wasOpened, ...wiring } = useTrigger('menu', load)
  return (
    <span className={className ?? 'relative inline-flex'}>
      {trigger(button)}
      {wasOpened ? <Suspense>{children(wiring)}</Suspense> : null}
    </span>
  )
}
