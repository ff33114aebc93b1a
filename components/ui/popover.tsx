'use client'

import { lazy, type ReactNode, Suspense } from 'react'
import { type TriggerProps, useTrigger } from './trigger'

export type PopoverProps = {
  /** `{(trigger) => <Button {...trigger}>…</Button>}` */
  trigger: (props: TriggerProps) => ReactNode
  /** Its name for readers. */
  label: string
  align?: 'start' | 'end' | undefined
  className?: string | undefined
  /** What it holds; made only while it is open. `close` closes it. */
  children: (close: () => void) => ReactNode
}

const load = () => import('./popover-content')
const PopoverContent = lazy(() => load().then((module) => ({ default: module.PopoverContent })))

/** A small panel below a button. */
export function Popover({ trigger, label, align, className, children }: PopoverProps) {
  const { trigger: wiring, anchor, isOpen, onOpenChange } = useTrigger('dialog', load)
  return (
    <>
      {trigger(wiring)}
      {isOpen ? (
        <Suspense>
          <PopoverContent
            label={label}
            align={align}
            className={className}
            isOpen={isOpen}
            onOpenChange={onOpenChange}
            anchor={anchor}
          >
            {children(() => onOpenChange(false))}
          </PopoverContent>
        </Suspense>
      ) : null}
    </>
  )
}
