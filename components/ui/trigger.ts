'use client'

import { type KeyboardEvent, type MouseEvent, type RefObject, useRef, useState } from 'react'

/** What a button that opens something floating must carry: spread it on the button. */
export type TriggerProps = {
  ref: RefObject<HTMLButtonElement | null>
  'aria-haspopup': 'menu' | 'dialog'
  'aria-expanded': boolean
  onClick: (event: MouseEvent) => void
  onPointerEnter: () => void
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/**
 * Opens what is loaded only when somebody reaches for it. The floating part (Radix and its positioning, 30 kB) comes
 * on hover or focus, so that a click finds it there.
 */
export function useTrigger(kind: 'menu' | 'dialog', load: () => Promise<unknown>) {
  const ref = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const [isByKey, setByKey] = useState(false)
  const change = (open: boolean) => {
    if (open) setWasOpened(true)
    setOpen(open)
  }
  const fetchEarly = () => void load()
  const trigger: TriggerProps = {
    ref,
    'aria-haspopup': kind,
    'aria-expanded': isOpen,
    onClick: ({ detail }) => {
      setByKey(detail === 0) // Enter and Space click too
      change(!isOpen)
    },
    onPointerEnter: fetchEarly,
    onFocus: fetchEarly,
    onKeyDown: (event) => {
      if (kind !== 'menu' || event.key !== 'ArrowDown' || isOpen) return
      event.preventDefault()
      setByKey(true)
      change(true)
    },
  }
  return { trigger, anchor: ref, isOpen, isByKey, wasOpened, onOpenChange: change }
}
