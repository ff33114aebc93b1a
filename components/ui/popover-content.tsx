'use client'

import { Popover } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'
import { cn } from './cn'
import { FLOATING } from './floating'

type PopoverContentProps = {
  label: string
  align?: 'start' | 'end' | undefined
  className?: string | undefined
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  anchor: RefObject<HTMLElement | null>
  /** Leaves the focus where it is: for lists under a field. */
  keepsFocus?: boolean
  children: ReactNode
}

/** The floating half of Popover; also under Combobox. */
export function PopoverContent(props: PopoverContentProps) {
  const { label, align = 'end', className, isOpen, onOpenChange, anchor, keepsFocus = false, children } = props
  const virtualRef = {
    get current() {
      return anchor.current ?? document.body
    },
  }
  return (
    <Popover.Root open={isOpen} onOpenChange={onOpenChange}>
      <Popover.Anchor virtualRef={virtualRef} />
      <Popover.Portal>
        <Popover.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          onOpenAutoFocus={(event) => {
            if (keepsFocus) event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (!keepsFocus) anchor.current?.focus()
          }}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault()
          }}
          className={cn(
            FLOATING,
            'max-h-(--radix-popover-content-available-height) overflow-y-auto',
            className ?? 'p-3',
          )}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
